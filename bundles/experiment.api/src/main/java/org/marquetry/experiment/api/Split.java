package org.marquetry.experiment.api;

import java.util.List;

/// How people are told apart by what they did before the start, in the days that the plan looks at
/// to sharpen the result: nothing that the campaign does can move anybody from one part to another.
public enum Split {
  /// By how many orders they placed, whatever came of these.
  ORDERS(List.of("none", "one", "more")),
  /// By when they ordered last: within 30 days before the start, earlier, not at all.
  LAST_ORDER(List.of("recent", "earlier", "none"));

  private final List<String> parts;

  Split(List<String> parts) {
    this.parts = parts;
  }

  /// Names of its parts.
  public List<String> parts() {
    return parts;
  }
}
