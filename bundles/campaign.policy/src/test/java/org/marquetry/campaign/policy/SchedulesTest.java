package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.ContactRules.RuleSet;

/// `-Dmarquetry.faults=N` says how many rounds of 200 schedules; `bench/policy` runs a million
/// schedules.
class SchedulesTest {
  @TempDir Path folder;

  @Test
  void noScheduleBreaksARule() throws Exception {
    long seed = Long.getLong("tests.seed", 20_261_129L);
    try (TestPolicy shop = TestPolicy.withRules(folder, RuleSet.NONE)) {
      Schedules schedules = new Schedules(shop, seed);
      for (int round = 0; round < Integer.getInteger("marquetry.faults", 3); round++) {
        schedules.run(200);
      }
      assertEquals(List.of(), schedules.violations().stream().limit(5).toList(), "seed " + seed);
      assertTrue(schedules.answers() > 1_000);
    }
  }
}
