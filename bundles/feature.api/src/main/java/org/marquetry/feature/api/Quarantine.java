package org.marquetry.feature.api;

import java.util.List;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Keeps bundles of installed features that failed again and again from running, now and after the
/// next start, until somebody lets them run again or installs another version.
@ProviderType
@Power(Power.SUITE)
public interface Quarantine {
  /// The bundles that are held, oldest first.
  @Requires("feature.read")
  List<QuarantinedBundle> held();

  /// Let a bundle run again.
  ///
  /// @param bundle symbolic name, or name and version as [QuarantinedBundle#bundle] has them
  /// @throws FeatureException if none of that name is held, or it does not start
  @Requires("feature.install")
  void release(String bundle);
}
