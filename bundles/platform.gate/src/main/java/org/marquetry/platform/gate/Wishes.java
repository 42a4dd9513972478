package org.marquetry.platform.gate;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What settings and health have told the gate, by service name: it may be told before the first
/// provider of a service comes, and outlives the last.
final class Wishes {
  private final Map<String, String> preferred = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> critical = new ConcurrentHashMap<>();

  void prefer(String service, @Nullable String provider) {
    if (provider == null) {
      preferred.remove(service);
    } else {
      preferred.put(service, provider);
    }
  }

  void setCritical(String service, String provider, boolean isCritical) {
    Set<String> names = critical.computeIfAbsent(service, _ -> ConcurrentHashMap.newKeySet());
    if (isCritical) {
      names.add(provider);
    } else {
      names.remove(provider);
    }
  }

  boolean isPreferred(String service, String provider) {
    return provider.equals(preferred.get(service));
  }

  boolean isCritical(String service, String provider) {
    return critical.getOrDefault(service, Set.of()).contains(provider);
  }
}
