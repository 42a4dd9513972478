package org.marquetry.sandbox.api;

import java.time.Instant;
import java.util.Optional;

/// Say how the world stands.
///
/// @param phase what it does now
/// @param customers how many customers have come so far
/// @param events how many events of the world went through the door so far
/// @param now the moment on the shop's clock
/// @param daysPerSecond how fast the clock goes, 0 = paused
/// @param until where the clock stands still again; empty when it goes on, or stands
/// @param driven whether the clock can be driven
/// @param seed of the numbers; the truth is the same for every seed
public record SandboxState(
    Phase phase,
    int customers,
    long events,
    Instant now,
    double daysPerSecond,
    Optional<Instant> until,
    boolean driven,
    long seed) {
  /// What the world does.
  public enum Phase {
    /// It waits until the shop's currency and zone are set.
    WAITING,
    /// Its past streams in.
    PAST,
    /// It lives on and answers.
    LIVING
  }

  public SandboxState {
    if (customers < 0 || events < 0 || daysPerSecond < 0) {
      throw new IllegalArgumentException(
          "customers, events and daysPerSecond must be >= 0, got %d, %d and %s"
              .formatted(customers, events, daysPerSecond));
    }
  }
}
