package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final long SYNC = 1_000_000;

  private final Gathering gathering = new Gathering();

  private void sync(int callers) {
    for (int i = 0; i < 200; i++) {
      gathering.synced(callers, SYNC);
    }
  }

  private void waitsHalfASync() {
    long patience = gathering.patience();
    assertTrue(Math.abs(patience - SYNC / 2) <= 1, () -> patience + " ns");
  }

  @Test
  void itWaitsForThoseWhoWereThereHalfAsLongAsASyncTakes() {
    assertEquals(0, gathering.patience()); // nothing is known of the disk yet
    sync(64);
    assertEquals(64, gathering.expected());
    waitsHalfASync();
    gathering.waited(64);
    waitsHalfASync();
  }

  @Test
  void whereNobodyComesBackFewerAndFewerGroupsWait() {
    sync(2);
    List<Integer> without = new ArrayList<>();
    for (int wait = 0; wait < 9; wait++) {
      int groups = 0;
      while (gathering.patience() == 0) {
        groups++;
      }
      without.add(groups);
      gathering.waited(1);
    }
    assertEquals(List.of(0, 1, 2, 4, 8, 16, 32, 64, 64), without);
    while (gathering.patience() == 0) {}
    gathering.waited(2);
    waitsHalfASync(); // they came: the next waits too
  }
}
