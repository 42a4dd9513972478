package org.marquetry.platform.api.time;

import java.time.Instant;
import java.util.Optional;
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

  /// How fast the clock goes by itself: its seconds in one of the machine. 0 = it stands.
  double pace();

  /// Where it stands still again; empty when it goes on, or stands.
  Optional<Instant> until();

  /// Let the clock go by itself. While it goes faster than the machine's, timers run one after the
  /// other, and one with a period at most once in six hours of the clock.
  ///
  /// @param pace seconds of the clock in one of the machine, 0 to 100,000
  /// @param until where it stands still again; `Instant.MAX` = nowhere
  /// @throws IllegalStateException if this clock is only driven by hand
  void run(double pace, Instant until);
}
