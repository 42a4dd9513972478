package org.marquetry.lib.model;

import java.util.Map;
import org.marquetry.recommend.spi.TrainOption;

/// Declares the options of a trainer, and reads them once they are resolved.
public final class Options {
  private Options() {}

  /// An option that takes whole numbers.
  public static TrainOption whole(
      String name, double fallback, double min, double max, String description) {
    return new TrainOption(name, fallback, min, max, true, description);
  }

  /// An option that takes any number.
  public static TrainOption number(
      String name, double fallback, double min, double max, String description) {
    return new TrainOption(name, fallback, min, max, false, description);
  }

  /// Read a whole number.
  ///
  /// @param all every option in effect
  /// @throws IllegalArgumentException if there is no such option
  public static int whole(Map<String, Double> all, String name) {
    return (int) number(all, name);
  }

  /// Read a number.
  ///
  /// @param all every option in effect
  /// @throws IllegalArgumentException if there is no such option
  public static double number(Map<String, Double> all, String name) {
    Double value = all.get(name);
    if (value == null) {
      throw new IllegalArgumentException("option " + name + " is missing");
    }
    return value;
  }
}
