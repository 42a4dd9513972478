package org.marquetry.lab.spi;

/// One option of a task on the command line.
///
/// @param name without the two dashes, for example `factors`
/// @param value what stands after it, for the help text (`N`, `FILE`, `cpu|cuda`); empty for a
///   switch without a value
/// @param description one line for the help text
public record LabOption(String name, String value, String description) {
  public LabOption {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("option name must be lower case words, got " + name);
    }
  }

  /// Make an option that stands without a value.
  public static LabOption flag(String name, String description) {
    return new LabOption(name, "", description);
  }

  /// Tell whether the option stands without a value.
  public boolean isFlag() {
    return value.isEmpty();
  }
}
