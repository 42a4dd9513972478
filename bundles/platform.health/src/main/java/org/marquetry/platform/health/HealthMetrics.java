package org.marquetry.platform.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.Metric;
import org.marquetry.platform.api.health.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The health checks as figures.
@Provider("health")
@Component
public final class HealthMetrics implements MetricSource {
  private final Checks checks;

  @Activate
  public HealthMetrics(@Reference Checks checks) {
    this.checks = checks;
  }

  @Override
  public List<Metric> metrics() {
    Report report = checks.look();
    List<Metric> all = new ArrayList<>();
    all.add(
        gauge(
            "marquetry_ready", "Whether requests can be served", Map.of(), report.ready() ? 1 : 0));
    report
        .findings()
        .values()
        .forEach(f ->
            all.add(
                gauge(
                    "marquetry_health",
                    "Health of each check: 0 ok, 1 warn, 2 temporarily unavailable, 3 critical",
                    Map.of("check", f.name()),
                    level(f.health().status()))));
    return all;
  }

  private static int level(Health.Status status) {
    return switch (status) {
      case OK -> 0;
      case WARN -> 1;
      case TEMPORARILY_UNAVAILABLE -> 2;
      case CRITICAL -> 3;
    };
  }

  private static Metric gauge(String name, String help, Map<String, String> labels, int value) {
    return new Metric(name, help, Metric.Kind.GAUGE, labels, value);
  }
}
