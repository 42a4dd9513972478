package org.marquetry.platform.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/// Where a provider's service comes from. Properties are read anew each time: they may change.
record Source(ServiceReference<?> reference) {
  private static final Set<String> OF_THE_REGISTRATION =
      Set.of(
          Constants.OBJECTCLASS,
          Constants.SERVICE_ID,
          Constants.SERVICE_BUNDLEID,
          Constants.SERVICE_SCOPE,
          Constants.SERVICE_PID,
          "component.id",
          "component.name");

  String name() {
    return Objects.toString(reference.getProperty(Marks.PROVIDER));
  }

  int ranking() {
    return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking
        ? ranking
        : 0;
  }

  /// Return a number that is higher for the later registration.
  long age() {
    return (Long) reference.getProperty(Constants.SERVICE_ID);
  }

  /// Return symbolic name and version of the bundle, as `name version`.
  String bundle() {
    Bundle bundle = reference.getBundle();
    return bundle == null ? "gone" : bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  /// Return the properties that the named gate shows: the provider's own without those that belong
  /// to its registration.
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    for (String key : reference.getPropertyKeys()) {
      Object value = reference.getProperty(key);
      if (value != null && !OF_THE_REGISTRATION.contains(key)) {
        properties.put(key, value);
      }
    }
    return properties;
  }
}
