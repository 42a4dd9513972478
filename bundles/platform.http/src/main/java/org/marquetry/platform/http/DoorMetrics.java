package org.marquetry.platform.http;

import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Metric;
import org.marquetry.platform.api.health.MetricSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The door's figures for `/metrics`.
@Provider("http")
@Component
public final class DoorMetrics implements MetricSource {
  private final Traffic traffic;

  @Activate
  public DoorMetrics(@Reference Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public List<Metric> metrics() {
    return traffic.metrics();
  }
}
