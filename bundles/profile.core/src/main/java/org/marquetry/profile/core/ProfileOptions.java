package org.marquetry.profile.core;

/// Checked configuration; see [ProfileConfig] for meaning and units.
record ProfileOptions(
    int daysAhead,
    double discount,
    double level,
    int draws,
    long seed,
    int halfLifeDays,
    double shrinkage) {
  static final ProfileOptions STANDARD = new ProfileOptions(365, 0.1, 0.8, 400, 1, 180, 3);

  ProfileOptions {
    require("days.ahead", daysAhead, 1, 3650);
    require("discount", discount, 0, 1);
    require("level", level, 0.5, 0.99);
    require("draws", draws, 20, 100_000);
    require("half.life.days", halfLifeDays, 1, 3650);
    require("shrinkage", shrinkage, 0.01, 1000);
  }

  static ProfileOptions from(ProfileConfig config) {
    return new ProfileOptions(
        config.days_ahead(),
        config.discount(),
        config.level(),
        config.draws(),
        config.seed(),
        config.half_life_days(),
        config.shrinkage());
  }

  private static void require(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          "%s must be %s..%s, got %s".formatted(name, min, max, value));
    }
  }
}
