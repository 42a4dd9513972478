package org.marquetry.platform.configuration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/// Writes the configuration while the bundle starts.
public final class OperatorConfiguration implements BundleActivator {
  private static final String PROPERTY = "marquetry.configuration";

  /// Any bundle may own a configuration's component.
  private static final String ANY_BUNDLE = "?";

  @Override
  public void start(BundleContext context) throws IOException, InvalidSyntaxException {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    if (reference == null) {
      throw new IllegalStateException(
          "ConfigurationAdmin must start below the start level of this bundle");
    }
    ConfigurationAdmin admin = context.getService(reference);
    Set<String> written = new HashSet<>();
    String text = context.getProperty(PROPERTY);
    if (text != null) {
      for (Map.Entry<String, JsonValue> entry : Json.parse(text).asObject().members().entrySet()) {
        Configuration configuration = configuration(admin, entry.getKey());
        configuration.updateIfDifferent(FrameworkUtil.asDictionary(values(entry.getValue())));
        written.add(configuration.getPid());
      }
    }
    deleteOthers(admin, written);
    context.ungetService(reference);
  }

  private static Configuration configuration(ConfigurationAdmin admin, String name)
      throws IOException {
    int tilde = name.indexOf('~');
    return tilde < 0
        ? admin.getConfiguration(name, ANY_BUNDLE)
        : admin.getFactoryConfiguration(
            name.substring(0, tilde), name.substring(tilde + 1), ANY_BUNDLE);
  }

  private static void deleteOthers(ConfigurationAdmin admin, Set<String> written)
      throws IOException, InvalidSyntaxException {
    Configuration[] all = admin.listConfigurations(null);
    if (all == null) return;
    for (Configuration configuration : all) {
      if (!written.contains(configuration.getPid())) configuration.delete();
    }
  }

  private static Map<String, Object> values(JsonValue group) {
    Map<String, Object> values = new LinkedHashMap<>();
    group.asObject().members().forEach((key, value) -> values.put(key, value(value)));
    return values;
  }

  private static Object value(JsonValue value) {
    return switch (value) {
      case JsonValue.JsonNumber(var _, var number) ->
          number.stripTrailingZeros().scale() <= 0
              ? (Object) number.longValueExact()
              : (Object) number.doubleValue();
      case JsonValue.JsonBoolean(var _, var bool) -> bool;
      case JsonValue.JsonArray(var _, var list) -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(v -> copy.add(value(v)));
        yield copy;
      }
      default -> value.asString();
    };
  }

  @Override
  public void stop(BundleContext context) {}
}
