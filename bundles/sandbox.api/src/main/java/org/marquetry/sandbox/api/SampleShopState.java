package org.marquetry.sandbox.api;

import java.nio.file.Path;
import java.util.Optional;

/// Say how the made-up shop stands, seen from another.
///
/// @param home its folder
/// @param address where its pages are; empty unless it runs
/// @param token its one-time token for the set-up, if this suite started it and it waits for the
///   set-up; never put it into a log
/// @param problem the last words of a process that ended by itself, in English
public record SampleShopState(
    Phase phase,
    Path home,
    Optional<String> address,
    Optional<String> token,
    Optional<String> problem) {
  /// Where it is in its life.
  public enum Phase {
    /// This suite is the made-up shop itself.
    THIS,
    /// There is none.
    NONE,
    /// It is there and does not run.
    STOPPED,
    /// It starts, or it stops.
    CHANGING,
    RUNNING,
    /// The folder belongs to another shop.
    FOREIGN
  }

  /// Names no token.
  @Override
  public String toString() {
    return "SampleShopState[" + phase + " " + home + "]";
  }
}
