package org.marquetry.platform.api.time;

import java.time.Instant;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Drive the clock of a demo, a simulation or a test. There only when the suite was started with a
/// virtual clock.
@ProviderType
@Requires("clock.drive")
public interface VirtualClock {
  /// The moment that the clock stands at.
  Instant now();

  /// Move the clock; timers that fall due run one after the other, each at its own time, before
  /// this returns.
  ///
  /// @throws IllegalArgumentException if the moment lies before [#now]
  void advanceTo(Instant moment);
}
