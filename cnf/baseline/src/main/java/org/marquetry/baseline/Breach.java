package org.marquetry.baseline;

import java.util.List;

/// A released package that changed without saying so.
///
/// @param needed what it must have, or what must be done instead
/// @param changes at least one
record Breach(
    String packageName, String released, String has, String needed, List<String> changes) {
  @Override
  public String toString() {
    return packageName
        + " was "
        + released
        + " and is "
        + has
        + ", but must be "
        + needed
        + ":\n    "
        + String.join("\n    ", changes);
  }
}
