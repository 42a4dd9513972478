package org.marquetry.platform.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The checks of all bundles together.
final class Checks {
  private static final Logger log = LoggerFactory.getLogger(Checks.class);

  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

  void add(HealthCheck check) {
    checks.add(check);
  }

  void remove(HealthCheck check) {
    checks.removeIf(c -> c.equals(check));
  }

  /// Look at everything, by name.
  Map<String, Health> look() {
    Map<String, Health> found = new TreeMap<>();
    for (HealthCheck check : checks) {
      Actor.SYSTEM.run(() -> look(check, found));
    }
    return found;
  }

  private static void look(HealthCheck check, Map<String, Health> found) {
    String name = "unknown";
    try {
      name = check.name();
      found.put(name, check.check());
    } catch (ProviderMissing gone) {
      found.put(
          name, new Health(Health.Status.TEMPORARILY_UNAVAILABLE, "Its bundle is being replaced."));
    } catch (RuntimeException e) {
      log.warn("The health check {} failed", name, e);
      found.put(name, Health.critical("The check itself failed: " + e.getMessage()));
    }
  }

  /// As JSON has it: the worst status first, then each check.
  static Map<String, Object> page(Map<String, Health> found) {
    Health.Status worst = Health.Status.OK;
    Map<String, Object> each = new LinkedHashMap<>();
    for (Map.Entry<String, Health> check : found.entrySet()) {
      Health health = check.getValue();
      worst = health.status().compareTo(worst) > 0 ? health.status() : worst;
      each.put(
          check.getKey(), Map.of("status", health.status().name(), "message", health.message()));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("status", worst.name());
    page.put("checks", each);
    return page;
  }
}
