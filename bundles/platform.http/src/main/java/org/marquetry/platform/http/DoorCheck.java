package org.marquetry.platform.http;

import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Is the door open? Jetty opens the port by itself, a moment after the bundles have started.
@Provider("http")
@Component
public final class DoorCheck implements HealthCheck {
  private final Traffic traffic;

  @Activate
  public DoorCheck(@Reference Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public String name() {
    return "platform.http";
  }

  @Override
  public Health check() {
    return traffic.isOpen()
        ? Health.ok("the door is open")
        : new Health(Health.Status.TEMPORARILY_UNAVAILABLE, "The door is not open yet.");
  }
}
