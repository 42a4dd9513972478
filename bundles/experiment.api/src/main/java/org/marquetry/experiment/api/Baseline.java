package org.marquetry.experiment.api;

/// What the measured quantity looks like without the campaign; read from the past.
public sealed interface Baseline {
  /// A share of people, for example those who order.
  ///
  /// @param rate in (0, 1)
  record Rate(double rate) implements Baseline {
    public Rate {
      if (!(rate > 0 && rate < 1)) {
        throw new IllegalArgumentException("rate must be in (0, 1), got " + rate);
      }
    }
  }

  /// An amount a person, for example money spent.
  ///
  /// @param mean mean over all people, those with nothing included; finite
  /// @param deviation standard deviation over people, > 0; after CUPED if a covariate will be used
  record Amount(double mean, double deviation) implements Baseline {
    public Amount {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("mean must be finite, got " + mean);
      }
      if (!(deviation > 0 && Double.isFinite(deviation))) {
        throw new IllegalArgumentException("deviation must be > 0 and finite, got " + deviation);
      }
    }
  }
}
