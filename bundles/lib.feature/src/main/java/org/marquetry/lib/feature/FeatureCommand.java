package org.marquetry.lib.feature;

import java.util.Optional;

/// A command of the command line that a feature brings.
///
/// @param name the words that call it, e.g. `autopilot` or `lab clv`
/// @param summary one line for the list of commands
/// @param suite `true`: the command starts the suite and stays; `false`: it runs once in a
///   temporary home
/// @param freshHome name of a folder in the user's own, which the command makes anew at each start;
///   empty: the home is the one that all commands share
public record FeatureCommand(
    String name, String summary, boolean suite, Optional<String> freshHome) {
  /// A command without a home of its own.
  public FeatureCommand(String name, String summary, boolean suite) {
    this(name, summary, suite, Optional.empty());
  }
}
