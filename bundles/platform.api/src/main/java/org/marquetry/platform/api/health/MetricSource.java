package org.marquetry.platform.api.health;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.TimeLimit;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Give figures for `/metrics`. Register it as a service.
@ConsumerType
@Whiteboard
public interface MetricSource {
  /// The figures now; cheap, returns within a second.
  @Requires("system.read")
  @TimeLimit(millis = 2_000)
  List<Metric> metrics();
}
