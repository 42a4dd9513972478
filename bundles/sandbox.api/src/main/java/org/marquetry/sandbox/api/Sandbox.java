package org.marquetry.sandbox.api;

import java.time.LocalDate;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// See how the synthetic shop stands and drive its clock. Safe for use by many threads.
@ProviderType
public interface Sandbox {
  /// See how the world stands.
  @Requires("sandbox.read")
  SandboxState state();

  /// Let no time pass. Customers do nothing until [#run] or [#advanceTo].
  ///
  /// @throws IllegalStateException if the suite runs on the machine's clock
  @Requires("sandbox.drive")
  void pause();

  /// Let time pass.
  ///
  /// @param daysPerSecond days of the shop in one second of the machine, above 0 and at most 1; see
  ///   [#REAL]
  /// @throws IllegalStateException if the suite runs on the machine's clock
  @Requires("sandbox.drive")
  void run(double daysPerSecond);

  /// Let time pass, a day a second, until the beginning of a day of the shop, then pause. Returns
  /// at once.
  ///
  /// @throws IllegalArgumentException if the day has begun already or lies more than 400 days ahead
  /// @throws IllegalStateException if the suite runs on the machine's clock
  @Requires("sandbox.drive")
  void advanceTo(LocalDate day);

  /// The pace of the machine's clock.
  double REAL = 1 / 86_400.0;
}
