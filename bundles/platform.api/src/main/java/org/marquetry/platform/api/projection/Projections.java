package org.marquetry.platform.api.projection;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Keep projections up to date.
@ProviderType
public interface Projections {
  /// Load, replay and publish a projection, then follow the journal. Returns when it has caught up
  /// with what the journal held at the call: a component calls this in its constructor, so that its
  /// service appears, and the gate hands over to it, only when it can answer.
  ///
  /// @throws ProjectionException if it cannot be folded; nothing follows then
  @Requires("projection.run")
  void start(Projection<?> projection);

  /// Stop following and write a last snapshot. A component calls this when it is deactivated.
  @Requires("projection.run")
  void stop(Projection<?> projection);

  /// How each projection stands, by name.
  @Requires("projection.read")
  List<ProjectionStatus> list();

  /// Delete the snapshots of a projection and fold it anew from the first entry; the old state
  /// answers until the new one is published. Long: call it from a job.
  ///
  /// @throws ProjectionException if it cannot be folded; the old state goes on
  /// @throws IllegalArgumentException if no such projection runs
  @Requires("projection.rebuild")
  void rebuild(String name);

  /// Rebuild all, after something was taken out of the journal. One that starts or stops meanwhile
  /// keeps nothing of before either. Long: call it from a job.
  ///
  /// @throws ProjectionException if one cannot be folded; its old state goes on
  @Requires("projection.rebuild")
  void renew();
}
