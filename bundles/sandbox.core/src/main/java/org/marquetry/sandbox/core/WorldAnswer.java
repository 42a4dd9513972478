package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.sandbox.api.SandboxState;

/// How the world stands.
///
/// @param phase `waiting`, `past` or `living`
/// @param now the moment on the shop's clock
/// @param daysPerSecond days of the shop in a second of the machine; 0 = paused
/// @param until where the clock stands still again
/// @param driven whether its clock can be driven
record WorldAnswer(
    String phase,
    int customers,
    long events,
    Instant now,
    double daysPerSecond,
    Optional<Instant> until,
    boolean driven,
    long seed) {
  static WorldAnswer of(SandboxState state) {
    return new WorldAnswer(
        state.phase().name().toLowerCase(Locale.ROOT),
        state.customers(),
        state.events(),
        state.now(),
        state.daysPerSecond(),
        state.until(),
        state.driven(),
        state.seed());
  }
}
