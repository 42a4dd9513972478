package org.marquetry.platform.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/// A gate and its registration, which comes with the first slot and goes some time after the last.
final class Published {
  private final String service;
  private final @Nullable String power;
  private final Gate gate;
  private final Object proxy;
  private final BundleContext context;
  private final Publisher publisher;
  private @Nullable ServiceRegistration<?> registration; // touched by the publisher only
  private Map<String, Object> shown = Map.of();

  Published(Class<?> api, Gate gate, Object proxy, BundleContext context, Publisher publisher) {
    this.service = api.getName();
    this.power = Limits.of(api);
    this.gate = gate;
    this.proxy = proxy;
    this.context = context;
    this.publisher = publisher;
  }

  Gate gate() {
    return gate;
  }

  void show(Slot slot, Map<String, Object> properties) {
    gate.admitTo(slot);
    Map<String, Object> marked = new HashMap<>(properties);
    if (power != null) {
      marked.put(Marks.POWER, power);
    }
    publisher.add(() -> register(Map.copyOf(marked)));
  }

  void withdraw() {
    publisher.add(this::unregister);
  }

  private void register(Map<String, Object> properties) {
    ServiceRegistration<?> present = registration;
    if (present == null) {
      registration =
          context.registerService(
              new String[] {service}, proxy, FrameworkUtil.asDictionary(properties));
    } else if (!isSame(properties, shown)) {
      present.setProperties(FrameworkUtil.asDictionary(properties));
    }
    shown = properties;
  }

  /// Compare with arrays by content: a property may be a list of words.
  private static boolean isSame(Map<String, Object> a, Map<String, Object> b) {
    return a.keySet().equals(b.keySet())
        && a.keySet().stream().allMatch(key -> Objects.deepEquals(a.get(key), b.get(key)));
  }

  private void unregister() {
    ServiceRegistration<?> gone = registration;
    registration = null;
    if (gone != null) {
      gone.unregister();
    }
  }
}
