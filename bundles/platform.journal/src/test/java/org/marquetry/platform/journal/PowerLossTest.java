package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill keeps what the operating system holds in memory; a power cut does not. Here the disk
/// forgets or garbles, page by page, what was not synced when the power goes; what was acknowledged
/// must be there, and nothing twice.
class PowerLossTest {
  private static final JournalOptions SMALL = new JournalOptions(2, 4096, 7);

  @TempDir Path folder;

  @Test
  void acknowledgedEventsOutliveAPowerCutAtEveryMoment() throws IOException {
    long seed = Long.getLong("tests.seed", 11);
    int torn = 0;
    int cuts = 10 * Integer.getInteger("marquetry.faults", 3);
    for (int cut = 1; cut <= cuts; cut++) {
      torn += check(cut, new Random(seed + cut)) ? 1 : 0;
    }
    assertTrue(torn > cuts / 6, "the cuts must have hit unsynced bytes, got " + torn);
  }

  /// Cut the power just before the n-th sync takes effect.
  private boolean check(int cut, Random random) throws IOException {
    Path home = folder.resolve("cut-" + cut);
    ForgetfulDisk disk = new ForgetfulDisk(cut);
    List<String> acked = new ArrayList<>();
    try (FileJournal journal = FileJournal.open(home, InstantSource.system(), SMALL, disk)) {
      for (int i = 0; i < 80; i++) {
        String id = "e" + (100 + i);
        journal.append(TestEvents.of(id, "c".repeat(40)));
        if (disk.isPowered()) {
          acked.add(id);
        }
      }
    }
    boolean torn = disk.forget(home, random);
    try (FileJournal journal = FileJournal.open(home, InstantSource.system(), SMALL, Disk.REAL)) {
      List<String> stored = TestEvents.ids(journal);
      String what = "power cut at sync " + cut;
      assertTrue(stored.size() <= acked.size() + 1, what); // the one on its way may be there
      assertEquals(acked, stored.subList(0, acked.size()), what);
      assertTrue(journal.append(TestEvents.of("later", "c")).isNew(), what);
    }
    return torn;
  }
}
