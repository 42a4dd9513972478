package org.marquetry.lib.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The powers that a feature asks for.
///
/// @param all in a fixed order
/// @param hosts where it connects to, when it asks for [Power#NETWORK]; `*.example.com` for all
///   below a name, `*` for any
public record Powers(Set<Power> all, List<String> hosts) {
  /// No power.
  public static final Powers NONE = new Powers(Set.of(), List.of());

  private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final Set<String> KEYS = Set.of("powers", "hosts");

  /// Copy.
  public Powers {
    Set<Power> ordered = EnumSet.noneOf(Power.class);
    ordered.addAll(all);
    all = Collections.unmodifiableSet(ordered);
    hosts = List.copyOf(hosts);
  }

  /// Read `{"powers": ["network", ...], "hosts": ["example.com"]}`.
  ///
  /// @throws JsonException if it has another form, or names hosts without `network` or the other
  ///   way round
  static Powers read(JsonValue value) {
    JsonObject object = value.asObject();
    for (String key : object.members().keySet()) {
      if (!KEYS.contains(key)) {
        throw new JsonException(
            object.placeOf(key),
            FeatureReader.POWERS + " 里没有“" + key + "”；可用的有 " + new TreeSet<>(KEYS),
            FeatureReader.POWERS + " has no \"" + key + "\"; it has " + new TreeSet<>(KEYS));
      }
    }
    Set<Power> powers = EnumSet.noneOf(Power.class);
    for (JsonValue named : object.get("powers").asArray().values()) powers.add(power(named));
    List<String> hosts = new ArrayList<>();
    for (JsonValue host : object.find("hosts").map(h -> h.asArray().values()).orElse(List.of())) {
      if (!HOST.matcher(host.asString()).matches()) {
        throw new JsonException(
            host.place(),
            "主机名应如 hooks.example.com、*.example.com，或用 * 表示任意主机，实际为“" + host.asString() + "”",
            "a host is a name as hooks.example.com, *.example.com or * for any, got \""
                + host.asString()
                + "\"");
      }
      hosts.add(host.asString());
    }
    if (powers.contains(Power.NETWORK) == hosts.isEmpty()) {
      throw new JsonException(
          object.place(),
          "权限“network”与“hosts”须同时写明：请列出主机",
          "the power \"network\" and \"hosts\" go together: name the hosts");
    }
    return new Powers(powers, hosts);
  }

  private static Power power(JsonValue named) {
    return Power.of(named.asString())
        .orElseThrow(() ->
            new JsonException(
                named.place(),
                "没有名为“"
                    + named.asString()
                    + "”的权限；可用的有 "
                    + Arrays.stream(Power.values()).map(Power::id).toList(),
                "there is no power \""
                    + named.asString()
                    + "\"; there are "
                    + Arrays.stream(Power.values()).map(Power::id).toList()));
  }

  /// These and others.
  Powers and(Powers others) {
    Set<Power> both = EnumSet.noneOf(Power.class);
    both.addAll(all);
    both.addAll(others.all);
    return new Powers(
        both, Stream.concat(hosts.stream(), others.hosts.stream()).distinct().toList());
  }

  /// The framework property `marquetry.powers`, by which the gate knows the bundles of added
  /// features from the start.
  ///
  /// @param byLocation the powers of the bundle at each location
  public static String property(Map<String, Powers> byLocation) {
    return byLocation.entrySet().stream()
        .map(e -> e.getKey() + "=" + String.join(",", e.getValue().limits()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /// What a bundle is limited to, as the gate takes it: the ids, and `network:HOST` for each host.
  public List<String> limits() {
    return Stream.concat(ids().stream(), hosts.stream().map(h -> Power.NETWORK.id() + ":" + h))
        .toList();
  }

  /// Their ids.
  public List<String> ids() {
    return all.stream().map(Power::id).toList();
  }

  /// Each in plain English words.
  public List<String> en() {
    return words(Power::en, "any host");
  }

  /// Each in plain Chinese words.
  public List<String> zh() {
    return words(Power::zh, "任意主机");
  }

  private String hosts(String any) {
    return hosts.contains("*") ? any : String.join(", ", hosts);
  }

  private List<String> words(Function<Power, String> language, String anyHost) {
    return all.stream()
        .map(
            p -> p == Power.NETWORK ? language.apply(p) + ": " + hosts(anyHost) : language.apply(p))
        .toList();
  }
}
