package org.marquetry.platform.api.health;

import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.TimeLimit;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Say how one bundle is. Register it as a service; one per bundle.
@ConsumerType
@Whiteboard
public interface HealthCheck {
  /// Name of the check: the bundle's name without `org.marquetry.`.
  @Requires(Requires.ANY_ACTOR)
  String name();

  /// Look; returns within a second. A check that throws counts as critical.
  @Requires("system.read")
  @TimeLimit(millis = 2_000)
  Health check();
}
