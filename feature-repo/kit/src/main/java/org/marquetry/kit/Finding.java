package org.marquetry.kit;

/// Why others could not install or trust an extension.
///
/// @param check which check found it: one word
/// @param text what is wrong, where, and what to do
record Finding(String check, String text) {
  @Override
  public String toString() {
    return "%-10s %s".formatted(check, text);
  }
}
