package org.marquetry.sandbox.api;

import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Start, stop and remove the made-up shop from beside a shop of one's own. It is another process
/// on another home, with its own stores, clock and port; the two never share anything. Safe for use
/// by many threads; every method returns within a second.
@ProviderType
@Requires("sandbox.manage")
public interface SampleShop {
  /// See how it stands.
  SampleShopState state();

  /// Start it: a fresh one when there is none, else the one that is there.
  ///
  /// @throws IllegalStateException if it runs, its home is another shop's, or it cannot be started;
  ///   the message says what to do
  void start();

  /// Ask it to stop; it ends within half a minute.
  ///
  /// @throws IllegalStateException if it does not run
  void stop();

  /// Delete its home with everything in it.
  ///
  /// @throws IllegalStateException if it runs, or its home is another shop's
  void remove();
}
