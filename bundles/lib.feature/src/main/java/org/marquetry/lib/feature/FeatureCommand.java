package org.marquetry.lib.feature;

/// A command of the command line that a feature brings.
///
/// @param name the words that call it, e.g. `autopilot` or `lab clv`
/// @param summary one line for the list of commands
/// @param suite `true`: the command starts the suite and stays; `false`: it runs once in a
///   temporary home
public record FeatureCommand(String name, String summary, boolean suite) {}
