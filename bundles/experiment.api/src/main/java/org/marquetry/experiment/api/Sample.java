package org.marquetry.experiment.api;

import java.util.Arrays;
import java.util.Optional;

/// What was measured in one group: a value for each person, those with nothing included as 0.
/// Immutable.
public final class Sample {
  private final String group;
  private final double[] values;
  private final double[] covariate;

  private Sample(String group, double[] values, double[] covariate) {
    this.group = group;
    this.values = values;
    this.covariate = covariate;
  }

  /// Make a sample; the array is copied.
  ///
  /// @param values one for each person, finite
  public static Sample of(String group, double[] values) {
    return new Sample(group, finite("value", values.clone()), new double[0]);
  }

  /// Give a copy with a covariate that was known before the experiment began, for example past
  /// spend.
  ///
  /// @param before one for each person in the order of the values, finite
  public Sample withCovariate(double[] before) {
    if (before.length != values.length) {
      throw new IllegalArgumentException(
          "covariate must have " + values.length + " entries, got " + before.length);
    }
    return new Sample(group, values, finite("covariate", before.clone()));
  }

  public String group() {
    return group;
  }

  public int size() {
    return values.length;
  }

  /// Copy the values.
  public double[] values() {
    return values.clone();
  }

  /// Copy the covariate, if there is one.
  public Optional<double[]> covariate() {
    return covariate.length == 0 ? Optional.empty() : Optional.of(covariate.clone());
  }

  /// Tell whether every value is 0 or 1.
  public boolean isRate() {
    return Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
  }

  @Override
  public String toString() {
    return "Sample[" + group + ", n=" + values.length + "]";
  }

  private static double[] finite(String name, double[] array) {
    for (int i = 0; i < array.length; i++) {
      if (!Double.isFinite(array[i])) {
        throw new IllegalArgumentException(name + " " + i + " must be finite, got " + array[i]);
      }
    }
    return array;
  }
}
