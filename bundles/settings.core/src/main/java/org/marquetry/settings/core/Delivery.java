package org.marquetry.settings.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.marquetry.lib.metatype.Attribute;
import org.marquetry.lib.metatype.Definition;
import org.marquetry.shop.api.Rejected;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands settings to components: writes them as configuration before the component's bundle starts,
/// and whenever they change.
///
/// What ConfigurationAdmin keeps of a secret, also in its files, is only which one it is; the
/// secret itself is put in its place on the way to the component.
@Component(service = Delivery.class, immediate = true)
public final class Delivery implements ConfigurationPlugin {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final String ANY_BUNDLE = "?";
  private static final String KEPT = "settings:";

  private final SettingsTable table;
  private final ConfigurationAdmin admin;
  private final Secrets secrets;
  private final Map<String, Version> current;
  private final Definitions definitions;
  private final ServiceRegistration<ConfigurationPlugin> plugin;

  @Activate
  public Delivery(
      BundleContext context, @Reference SettingsTable table, @Reference ConfigurationAdmin admin) {
    this(
        context,
        table,
        admin,
        new Secrets(
            Path.of(Objects.requireNonNull(context.getProperty("marquetry.home"))),
            System.getenv()));
  }

  @SuppressWarnings("this-escape") // registered before it writes: a secret must find its plugin
  Delivery(BundleContext context, SettingsTable table, ConfigurationAdmin admin, Secrets secrets) {
    this.table = table;
    this.admin = admin;
    this.secrets = secrets;
    this.current = new ConcurrentHashMap<>(table.current());
    this.plugin =
        context.registerService(
            ConfigurationPlugin.class,
            this,
            FrameworkUtil.asDictionary(Map.of(ConfigurationPlugin.CM_RANKING, 500)));
    this.definitions = new Definitions(context, this::deliver);
    definitions.open();
  }

  @Deactivate
  void close() {
    definitions.close();
    plugin.unregister();
  }

  Definitions definitions() {
    return definitions;
  }

  Secrets secrets() {
    return secrets;
  }

  /// What was set of a component last.
  Optional<Version> current(String component) {
    return Optional.ofNullable(current.get(component));
  }

  /// What was set of a component, newest first.
  List<Version> history(String component) {
    return table.history(component);
  }

  /// Keep values, then hand them to the component.
  synchronized Version put(
      Definition definition, Map<String, List<String>> values, Instant at, String by) {
    Version made = table.add(definition.pid(), values, at, by);
    current.put(definition.pid(), made);
    deliver(definition);
    return made;
  }

  private void deliver(Definition definition) {
    Version version = current.get(definition.pid());
    if (version == null) {
      return;
    }
    try {
      if (version.values().isEmpty()) {
        Configuration none = admin.getConfiguration(definition.pid(), ANY_BUNDLE);
        none.delete();
      } else {
        admin
            .getConfiguration(definition.pid(), ANY_BUNDLE)
            .updateIfDifferent(written(definition, version));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the settings of " + definition.pid() + " do not arrive", e);
    }
  }

  /// What stands in ConfigurationAdmin; a value that a newer bundle does not know, or not any more
  /// in this form, is left out.
  private static Dictionary<String, Object> written(Definition definition, Version version) {
    Map<String, Object> written = new LinkedHashMap<>();
    for (Attribute attribute : definition.attributes()) {
      List<String> values = version.values().getOrDefault(attribute.id(), List.of());
      if (values.isEmpty()) {
        continue;
      }
      if (attribute.isSecret()) {
        written.put(attribute.id(), KEPT + version.number());
      } else if (Values.check(attribute, values).isEmpty()) {
        written.put(attribute.id(), Values.of(attribute, values));
      } else {
        log.warn(
            "the setting {} of {} is not allowed any more; its default counts",
            attribute.id(),
            definition.pid());
      }
    }
    return FrameworkUtil.asDictionary(written);
  }

  @Override
  public void modifyConfiguration(
      ServiceReference<?> reference, Dictionary<String, Object> properties) {
    String component = String.valueOf(properties.get(Constants.SERVICE_PID));
    Version version = current.get(component);
    if (version == null) {
      return;
    }
    version
        .values()
        .forEach((key, values) -> {
          if (properties.get(key) instanceof String mark
              && mark.startsWith(KEPT)
              && Secrets.isOne(values.getFirst())) {
            open(component, key, values.getFirst())
                .ifPresentOrElse(s -> properties.put(key, s), () -> properties.remove(key));
          }
        });
  }

  private Optional<String> open(String component, String key, String kept) {
    try {
      return Optional.of(secrets.open(kept, place(component, key)));
    } catch (Rejected e) {
      log.error("the secret {} of {} {}", key, component, e.getMessage());
      return Optional.empty();
    }
  }

  static String place(String component, String key) {
    return component + "/" + key;
  }
}
