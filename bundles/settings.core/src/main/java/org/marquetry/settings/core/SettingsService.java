package org.marquetry.settings.core;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.access.api.Audit;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.lib.metatype.Attribute;
import org.marquetry.lib.metatype.Definition;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.settings.api.Settings;
import org.marquetry.settings.api.SettingsField;
import org.marquetry.settings.api.SettingsGroup;
import org.marquetry.settings.api.SettingsRejected;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Tells and changes the settings of the features that were installed into the home.
@Provider("core")
@Component
public final class SettingsService implements Settings {
  private static final int TOLD = 18; // the audit takes 20
  private static final int SHOWN = 60; // characters of a value in the audit

  private final Delivery delivery;
  private final Features features;
  private final Audit audit;
  private final InstantSource clock;

  @Activate
  public SettingsService(
      @Reference Delivery delivery,
      @Reference Features features,
      @Reference Audit audit,
      @Reference InstantSource clock) {
    this.delivery = delivery;
    this.features = features;
    this.audit = audit;
    this.clock = clock;
  }

  /// A component with settings, and who brings it.
  private record Owned(InstalledFeature feature, Bundle bundle, Definition definition) {}

  private List<Owned> all() {
    List<Owned> all = new ArrayList<>();
    for (InstalledFeature feature : Actor.SYSTEM.call(features::installed)) {
      if (feature.added() && !isOfTheSuite(feature)) {
        for (String name : feature.bundles()) {
          delivery
              .definitions()
              .bundle(name)
              .ifPresent(b ->
                  delivery.definitions().of(b).forEach(d -> all.add(new Owned(feature, b, d))));
        }
      }
    }
    return all;
  }

  /// Whether it is a part of the suite that was installed anew, in another version.
  private static boolean isOfTheSuite(InstalledFeature feature) {
    return feature.bundles().stream().anyMatch(b -> b.startsWith(Definitions.OPERATORS));
  }

  private Owned owned(String component) {
    return all().stream()
        .filter(o -> o.definition().pid().equals(component))
        .findFirst()
        .orElseThrow(() ->
            new Rejected(
                new Words(
                    "没有已安装的扩展提供设置 " + component,
                    "no installed extension has the settings " + component)));
  }

  @Override
  public List<SettingsGroup> groups(Locale language) {
    return all().stream()
        .map(o -> group(o, language))
        .sorted(
            Comparator.comparing(SettingsGroup::featureTitle)
                .thenComparing(SettingsGroup::title)
                .thenComparing(SettingsGroup::component))
        .toList();
  }

  @Override
  public SettingsGroup group(String component, Locale language) {
    return group(owned(component), language);
  }

  private SettingsGroup group(Owned owned, Locale language) {
    BundleTexts texts =
        new BundleTexts(owned.bundle(), owned.definition().localization(), language);
    Definition told = owned.definition().with(texts::text);
    Map<String, List<String>> values = values(told.pid());
    return new SettingsGroup(
        told.pid(),
        owned.feature().name(),
        owned.feature().title(),
        owned.bundle().getSymbolicName(),
        told.name().isEmpty() ? told.pid() : told.name(),
        told.description(),
        told.attributes().stream().map(a -> field(told.pid(), a, values)).toList());
  }

  private Map<String, List<String>> values(String component) {
    return delivery.current(component).map(Version::values).orElse(Map.of());
  }

  private SettingsField field(String component, Attribute a, Map<String, List<String>> values) {
    List<String> set = values.getOrDefault(a.id(), List.of());
    List<String> usual = a.isSecret() ? List.of() : a.defaults();
    return new SettingsField(
        a.id(),
        a.name().isEmpty() ? a.id() : a.name(),
        a.description(),
        Values.kind(a),
        a.isMany(),
        Values.bound(a.min()),
        Values.bound(a.max()),
        a.options().stream()
            .map(o ->
                new SettingsField.Choice(o.value(), o.label().isEmpty() ? o.value() : o.label()))
            .toList(),
        usual,
        a.isSecret()
            ? set.stream().filter(Secrets::isReference).toList()
            : set.isEmpty() ? usual : set,
        !set.isEmpty(),
        set.isEmpty() ? Optional.empty() : problem(component, a, set));
  }

  private Optional<Words> problem(String component, Attribute a, List<String> set) {
    if (!a.isSecret()) {
      return Values.check(a, set);
    }
    try {
      delivery.secrets().open(set.getFirst(), Delivery.place(component, a.id()));
      return Optional.empty();
    } catch (Rejected e) {
      return Optional.of(e.words());
    }
  }

  @Override
  public synchronized void change(String component, Map<String, List<String>> wished) {
    Definition definition = owned(component).definition();
    Map<String, List<String>> next = new TreeMap<>(values(component));
    Map<String, Words> problems = new TreeMap<>();
    wished.forEach((key, texts) -> {
      Optional<Attribute> attribute = attribute(definition, key);
      List<String> wanted = attribute.map(a -> Values.plain(a, texts)).orElse(texts);
      Optional<Words> problem =
          attribute.isEmpty()
              ? Optional.of(new Words("不是 " + component + " 的设置", "is no setting of " + component))
              : check(component, attribute.get(), wanted);
      problem.ifPresent(p -> problems.put(key, p));
      next.put(key, wanted);
    });
    if (!problems.isEmpty()) {
      throw new SettingsRejected(problems);
    }
    next.values().removeIf(List::isEmpty);
    next.replaceAll((key, wanted) ->
        wished.containsKey(key) && attribute(definition, key).orElseThrow().isSecret()
            ? List.of(kept(wanted.getFirst(), Delivery.place(component, key)))
            : wanted);
    put(definition, "settings.change", next);
  }

  private String kept(String secret, String place) {
    return Secrets.isReference(secret) ? secret : delivery.secrets().seal(secret, place);
  }

  private static Optional<Attribute> attribute(Definition definition, String key) {
    return definition.attributes().stream().filter(a -> a.id().equals(key)).findFirst();
  }

  private Optional<Words> check(String component, Attribute attribute, List<String> wanted) {
    if (!attribute.isSecret() || wanted.isEmpty()) {
      return Values.check(attribute, wanted);
    }
    if (attribute.isMany() || wanted.size() > 1) {
      return Optional.of(new Words("密钥只能有一个值", "is a secret, which has one value"));
    }
    if (!attribute.id().startsWith(".")) {
      return Optional.of(
          new Words(
              "是密钥，但名称不以点开头，其他组件会看到它；请联系扩展的作者",
              "is a secret whose key does not begin with a dot, so that every bundle would see it;"
                  + " ask the maker of the extension"));
    }
    if (!Secrets.isReference(wanted.getFirst())) {
      return Values.check(attribute, wanted);
    }
    try {
      delivery.secrets().open(wanted.getFirst(), Delivery.place(component, attribute.id()));
      return Optional.empty();
    } catch (Rejected e) {
      return Optional.of(e.words());
    }
  }

  private void put(Definition definition, String action, Map<String, List<String>> next) {
    String component = definition.pid();
    Map<String, List<String>> before = values(component);
    if (next.equals(before)) {
      return;
    }
    delivery.put(definition, next, clock.instant(), Actor.current().name());
    audit.note(new Audit.Act(action, "settings/" + component, told(before, next)));
  }

  /// What differs, shortened and without secrets.
  private static Map<String, String> told(
      Map<String, List<String>> before, Map<String, List<String>> next) {
    Map<String, List<String>> shown = masked(next);
    Map<String, String> told = new LinkedHashMap<>();
    Stream.concat(before.keySet().stream(), next.keySet().stream())
        .distinct()
        .sorted()
        .filter(k -> !Objects.equals(before.get(k), next.get(k)))
        .limit(TOLD)
        .forEach(k -> {
          String text = shown.containsKey(k) ? String.join(", ", shown.get(k)) : "default";
          told.put(k, text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
        });
    return told;
  }

  /// The values with no secret among them.
  static Map<String, List<String>> masked(Map<String, List<String>> values) {
    Map<String, List<String>> masked = new TreeMap<>();
    values.forEach((key, all) ->
        masked.put(key, all.stream().map(v -> Secrets.isSealed(v) ? MASK : v).toList()));
    return masked;
  }

  @Override
  public List<Change> history(String component) {
    return delivery.history(component).stream()
        .map(v -> new Change(v.number(), v.at(), v.by(), masked(v.values())))
        .toList();
  }

  @Override
  public synchronized void restore(String component, long number) {
    Definition definition = owned(component).definition();
    Version version =
        delivery.history(component).stream()
            .filter(v -> v.number() == number)
            .findFirst()
            .orElseThrow(() ->
                new Rejected(
                    new Words(
                        component + " 没有第 " + number + " 次更改",
                        "there is no change " + number + " of " + component)));
    Map<String, Words> problems = new TreeMap<>();
    Map<String, List<String>> next = new TreeMap<>();
    version
        .values()
        .forEach((key, values) ->
            attribute(definition, key)
                .ifPresent(a -> {
                  next.put(key, values);
                  problem(component, a, values).ifPresent(p -> problems.put(key, p));
                }));
    if (!problems.isEmpty()) {
      throw new SettingsRejected(problems);
    }
    put(definition, "settings.restore", next);
  }

  @Override
  public synchronized void reset(String component) {
    put(owned(component).definition(), "settings.reset", Map.of());
  }
}
