package org.marquetry.placement.api;

/// What past responses say about one arm.
public sealed interface ArmEvidence {
  /// Name of the arm, for example a message variant.
  String arm();

  /// Responses counted.
  ///
  /// @param arm name, not blank
  /// @param trials people who got it, at least 0
  /// @param successes people who responded, 0 to `trials`
  record Rate(String arm, long trials, long successes) implements ArmEvidence {
    public Rate {
      requireName(arm);
      if (!(successes >= 0 && successes <= trials)) {
        throw new IllegalArgumentException(
            "successes must be 0.." + trials + " (the trials), got " + successes);
      }
    }
  }

  /// Money counted, net, over all people who got it, those with nothing included.
  ///
  /// @param arm name, not blank
  /// @param trials people who got it, at least 0
  /// @param mean mean amount; ignored when there are no trials
  /// @param variance sample variance (n - 1), at least 0; ignored below two trials
  record Amount(String arm, long trials, double mean, double variance) implements ArmEvidence {
    public Amount {
      requireName(arm);
      if (trials < 0) {
        throw new IllegalArgumentException("trials must be >= 0, got " + trials);
      }
      if (trials > 0 && !Double.isFinite(mean)) {
        throw new IllegalArgumentException("mean must be finite, got " + mean);
      }
      if (trials > 1 && !(variance >= 0 && Double.isFinite(variance))) {
        throw new IllegalArgumentException("variance must be finite and >= 0, got " + variance);
      }
    }
  }

  private static void requireName(String arm) {
    if (arm.isBlank() || arm.length() > 64) {
      throw new IllegalArgumentException("arm must have 1 to 64 characters, got " + arm.length());
    }
  }
}
