package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marquetry.experiment.core.DailyWatch.Tally;

/// `bench/truth` does it with more runs.
class DailyWatchTest {
  private static final int RUNS = 600;

  /// Four standard errors of a share of 0.05.
  private static final double TOLERANCE = 4 * Math.sqrt(0.05 * 0.95 / RUNS);

  private static final long SEED = Long.getLong("tests.seed", 20_261_130L);
  private static Tally none = new Tally(0, 0, 0, 0, 0);
  private static Tally lifted = none;

  @BeforeAll
  static void run() {
    DailyWatch watch = new DailyWatch(SEED);
    none = watch.runs(RUNS, 0);
    lifted = watch.runs(RUNS, DailyWatch.LIFT);
  }

  /// An A/A test rejects at its level.
  @Test
  void nothingIsFoundWhereNothingIs() {
    assertEquals(0.05, 1 - none.fixedHeld(), TOLERANCE, none + " seed " + SEED);
  }

  @Test
  void fiftyLooksKeepTheLevel() {
    assertTrue(none.lostZeroEver() <= 0.05 + TOLERANCE, none + " seed " + SEED);
    assertTrue(none.fixedLostZeroEver() > 0.15, none + " seed " + SEED); // what it protects from
  }

  @Test
  void bothIntervalsHoldTheTruth() {
    assertEquals(0.95, lifted.fixedHeld(), TOLERANCE, lifted + " seed " + SEED);
    assertTrue(lifted.alwaysHeld() >= 0.95, lifted + " seed " + SEED);
    assertTrue(Math.abs(lifted.bias()) < 4, lifted + " seed " + SEED);
  }
}
