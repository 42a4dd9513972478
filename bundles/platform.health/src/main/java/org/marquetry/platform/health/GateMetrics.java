package org.marquetry.platform.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.gate.ProviderStatus;
import org.marquetry.platform.api.health.Metric;
import org.marquetry.platform.api.health.Metric.Kind;
import org.marquetry.platform.api.health.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Calls through the gate, by service and provider.
@Provider("gate")
@Component
public final class GateMetrics implements MetricSource {
  private final GateControl gate;

  @Activate
  public GateMetrics(@Reference GateControl gate) {
    this.gate = gate;
  }

  @Override
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>();
    for (GateStatus service : gate.status()) {
      for (ProviderStatus provider : service.providers()) {
        Map<String, String> labels =
            Map.of(
                "service", service.service(),
                "provider", provider.name(),
                "bundle", provider.bundle());
        all.add(
            new Metric(
                "marquetry_gate_calls_total",
                "Calls to a provider",
                Kind.COUNTER,
                labels,
                (double) provider.calls()));
        all.add(
            new Metric(
                "marquetry_gate_failures_total",
                "Calls that threw something",
                Kind.COUNTER,
                labels,
                (double) provider.failures()));
        all.add(
            new Metric(
                "marquetry_gate_running",
                "Calls inside now",
                Kind.GAUGE,
                labels,
                (double) provider.running()));
      }
    }
    return all;
  }
}
