package org.marquetry.lib.feature;

import java.util.Optional;

/// A command of the command line that a feature brings.
///
/// @param name the words that call it, e.g. `autopilot` or `lab clv`
/// @param summary one line for the list of commands
/// @param starts what the process starts for it
/// @param freshHome name of a folder in the user's own, which the command makes anew at each start,
///   or which it asks; empty: the home is the one that all commands share
/// @param clock which clock the suite runs on, as the framework property `marquetry.clock` says it;
///   empty: the machine's
public record FeatureCommand(
    String name,
    String summary,
    Starts starts,
    Optional<String> freshHome,
    Optional<String> clock) {
  /// What a command starts.
  public enum Starts {
    /// The suite, which stays.
    SUITE,
    /// The bundles of its feature, once, in a temporary home.
    ONCE,
    /// Nothing: it asks the suite that runs on the home.
    NOTHING
  }

  /// A command without a home of its own.
  public FeatureCommand(String name, String summary, Starts starts) {
    this(name, summary, starts, Optional.empty(), Optional.empty());
  }

  /// Whether the command starts the suite and stays.
  public boolean suite() {
    return starts == Starts.SUITE;
  }

  /// Whether the command asks the running suite.
  public boolean asks() {
    return starts == Starts.NOTHING;
  }
}
