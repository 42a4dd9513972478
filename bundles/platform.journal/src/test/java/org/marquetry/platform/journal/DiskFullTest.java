package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.journal.JournalFullException;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

class DiskFullTest {
  private static final JournalOptions SMALL = new JournalOptions(2, 4096, 7);
  private static final int APPENDS = 30;

  @TempDir Path folder;

  /// The disk is full for 1 or 4 operations, beginning at every third operation in turn (at each
  /// with `-Dmarquetry.faults=11` or more).
  @Test
  void whereverTheDiskIsFullNothingIsHalfWrittenAndLaterAppendsWork() throws IOException {
    int step = Integer.getInteger("marquetry.faults", 3) > 10 ? 1 : 3;
    int refusedInAll = 0;
    for (int first = 0; first < 40; first += step) {
      for (int count : new int[] {1, 4}) {
        refusedInAll += check(first, count);
      }
    }
    assertTrue(refusedInAll > 20, "the disk must have failed often, got " + refusedInAll);
  }

  /// The space ahead is written first: if that fails, at its write or its sync, the event may still
  /// fit; if nothing can be taken back either, the append is refused and the next one mends it.
  @Test
  void aDiskTooFullForSpaceAheadStillTakesTheEvent() throws IOException {
    for (int operation : new int[] {0, 1}) {
      FailingDisk disk = new FailingDisk();
      Path home = folder.resolve("ahead-" + operation);
      JournalOptions options = new JournalOptions(2, 64 << 20, 7);
      try (FileJournal journal = FileJournal.open(home, InstantSource.system(), options, disk)) {
        disk.failNext(operation, 1);
        assertTrue(journal.append(event("a")).isNew());
        assertTrue(disk.hasFailed());
        assertTrue(journal.append(event("b")).isNew());
        long size = Files.size(Segment.file(home, 1));
        assertTrue(size < 2_000, "no zeros may stay, got " + size);
        assertEquals(List.of("a", "b"), TestEvents.ids(journal));
      }
      FailingDisk full = new FailingDisk();
      try (FileJournal journal = FileJournal.open(home, InstantSource.system(), options, full)) {
        full.failNext(operation, 4);
        assertThrows(JournalFullException.class, () -> journal.append(event("c")));
        assertEquals(List.of("a", "b"), TestEvents.ids(journal));
        full.failNext(0, 0);
        assertTrue(journal.append(event("c")).isNew());
      }
      try (FileJournal journal =
          FileJournal.open(home, InstantSource.system(), options, Disk.REAL)) {
        assertEquals(List.of("a", "b", "c"), TestEvents.ids(journal));
      }
    }
  }

  private int check(int first, int count) throws IOException {
    String what = "full at operation " + first + " for " + count;
    Path home = folder.resolve(first + "-" + count);
    FailingDisk disk = new FailingDisk();
    List<String> acked = new ArrayList<>();
    int refused = 0;
    try (FileJournal journal = FileJournal.open(home, InstantSource.system(), SMALL, disk)) {
      disk.failNext(first, count);
      for (int i = 0; i < APPENDS; i++) {
        String id = "e" + (100 + i);
        while (!acked.contains(id)) {
          try {
            assertTrue(journal.append(event(id)).isNew(), what);
            acked.add(id);
          } catch (JournalFullException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("full"), e.getMessage());
            refused++;
            assertEquals(acked, TestEvents.ids(journal), what);
          }
        }
      }
      assertTrue(disk.hasFailed(), what);
    }
    try (FileJournal journal = FileJournal.open(home, InstantSource.system(), SMALL, Disk.REAL)) {
      assertEquals(acked, TestEvents.ids(journal), what);
    }
    return refused;
  }

  /// So big that ten of them fill a file.
  private static Event event(String id) {
    return Event.builder(id, "viewed", Instant.EPOCH)
        .customer(new CustomerId(id))
        .property("text", "x".repeat(350))
        .build();
  }
}
