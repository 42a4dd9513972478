package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.JournalArchive;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalException;

class AgingTest {
  private static final JournalOptions OPTIONS = new JournalOptions(2, 1 << 20, 7);

  @TempDir Path folder;
  private volatile Instant now = Instant.parse("2025-03-01T10:00:00Z");
  private final InstantSource clock = () -> now;

  private FileJournal open() throws IOException {
    return FileJournal.open(folder, clock, OPTIONS, Disk.REAL);
  }

  @Test
  void idsAreRefusedHoweverOldAndMemoryHoldsTheLastDaysOnly() throws Exception {
    try (FileJournal journal = open()) {
      for (int day = 0; day < 30; day++) {
        for (int i = 0; i < 20; i++) {
          assertTrue(journal.append(TestEvents.of("d" + day + "-" + i, "c" + i)).isNew());
        }
        journal.tidy();
        now = now.plus(Duration.ofDays(1));
      }
      assertTrue(journal.filteredThrough() >= 20, "got " + journal.filteredThrough());
      for (int day = 0; day < 30; day++) {
        for (int i = 0; i < 20; i++) {
          assertFalse(journal.append(TestEvents.of("d" + day + "-" + i, "x")).isNew());
        }
      }
    }
    try (FileJournal journal = open()) {
      assertFalse(journal.append(TestEvents.of("d0-0", "x")).isNew());
      assertFalse(journal.append(TestEvents.of("d29-19", "x")).isNew());
      assertTrue(journal.append(TestEvents.of("new", "x")).isNew());
    }
    Files.write(folder.resolve("old-ids"), new byte[] {1}); // made again from the files
    try (FileJournal journal = open()) {
      assertFalse(journal.append(TestEvents.of("d0-0", "x")).isNew());
      journal.tidy();
      assertFalse(journal.append(TestEvents.of("d0-1", "x")).isNew());
      assertTrue(journal.filteredThrough() >= 20, "got " + journal.filteredThrough());
    }
  }

  @Test
  void memoryHoldsSomeIdsOnlyHoweverManyComeInOneDay() throws Exception {
    JournalOptions few = new JournalOptions(2, 4096, 7, 800);
    int all = 6_000;
    try (FileJournal journal = FileJournal.open(folder, clock, few, Disk.REAL)) {
      for (int i = 0; i < all; i += 20) {
        journal.append(TestEvents.many("a", i, 20));
        if (i % 400 == 0) {
          journal.tidy();
        }
      }
      journal.tidy();
      journal.append(TestEvents.of("last", "x")); // lets go
      assertTrue(journal.exactIds() < 1_100, "exact " + journal.exactIds());
      for (int i = 0; i < all; i += 20) {
        assertTrue(journal.append(TestEvents.many("a", i, 20)).stream().noneMatch(Appended::isNew));
      }
      assertTrue(journal.append(TestEvents.many("b", 0, 500)).stream().allMatch(Appended::isNew));
    }
    try (FileJournal journal = FileJournal.open(folder, clock, few, Disk.REAL)) {
      assertTrue(journal.exactIds() < 1_700, "exact " + journal.exactIds());
      for (int i = 0; i < all; i += 20) {
        assertTrue(journal.append(TestEvents.many("a", i, 20)).stream().noneMatch(Appended::isNew));
      }
      assertTrue(journal.append(TestEvents.many("b", 0, 500)).stream().noneMatch(Appended::isNew));
    }
  }

  @Test
  void trimmedEntriesComeFromTheArchiveWithoutASeam() throws Exception {
    try (FileJournal journal = open()) {
      fillDays(journal, 12);
      List<JournalEntry> before = TestEvents.all(journal);
      Archive archive = new Archive(before);
      assertEquals(0, journal.trim(journal.ends()), "nothing goes without an archive");
      journal.setArchive(archive);
      assertTrue(journal.trim(journal.ends()) >= 3);

      assertEquals(before, TestEvents.all(journal));
      assertFalse(journal.append(TestEvents.of("d0-0", "x")).isNew());
      FollowerTest.Collector listener = new FollowerTest.Collector();
      journal.addListener(listener);
      FollowerTest.until(() -> listener.size() == before.size());
      assertEquals(before, listener.sorted());

      journal.removeArchive(archive);
      assertThrows(JournalException.class, () -> journal.replay(0, 0, 1));
      JournalException e =
          assertThrows(JournalException.class, () -> journal.append(TestEvents.of("d0-0", "x")));
      assertTrue(String.valueOf(e.getMessage()).contains("warehouse"), e.getMessage());
    }
    try (FileJournal journal = open()) {
      assertTrue(journal.append(TestEvents.of("later", "x")).isNew());
    }
  }

  @Test
  void filesThatAListenerHasNotReadStay() throws Exception {
    try (FileJournal journal = open()) {
      journal.setArchive(new Archive(List.of()));
      FollowerTest.Collector listener = new FollowerTest.Collector();
      listener.failFor(1_000_000);
      journal.addListener(listener);
      fillDays(journal, 12);
      assertEquals(0, journal.trim(journal.ends()));
    }
  }

  @Test
  void theFilterForgetsNothingAndSeldomSaysPerhaps() throws IOException {
    Random random = new Random(5);
    List<Fingerprint> ids = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      ids.add(new Fingerprint(random.nextLong(), random.nextLong()));
    }
    OldIds filter =
        OldIds.NONE.with(1, ids.subList(0, 70_000)).with(2, ids.subList(70_000, 200_000));
    filter.write(Disk.REAL, folder.resolve("filter"));
    OldIds read = OldIds.read(folder.resolve("filter"));
    assertEquals(2, read.through());
    assertTrue(ids.stream().allMatch(read::perhaps));
    int perhaps = 0;
    for (int i = 0; i < 100_000; i++) {
      perhaps += read.perhaps(new Fingerprint(random.nextLong(), random.nextLong())) ? 1 : 0;
    }
    assertTrue(perhaps < 120, "of 100,000 new ids: " + perhaps);
  }

  @Test
  void theSetHoldsWhatWasAdded() {
    FingerprintSet set = new FingerprintSet();
    List<Fingerprint> ids = new ArrayList<>();
    Random random = new Random(6);
    for (int i = 0; i < 10_000; i++) {
      ids.add(new Fingerprint(random.nextInt(50), random.nextInt(500)));
    }
    List<Fingerprint> distinct = ids.stream().distinct().toList();
    assertEquals(distinct.size(), ids.stream().filter(set::add).count());
    assertEquals(distinct.size(), set.size());
    assertTrue(ids.stream().allMatch(set::contains));
    assertFalse(set.contains(new Fingerprint(50, 1)));
    assertTrue(Collections.frequency(ids, ids.getFirst()) >= 1);
  }

  private void fillDays(FileJournal journal, int days) throws IOException {
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < 20; i++) {
        journal.append(TestEvents.of("d" + day + "-" + i, "c" + i));
      }
      now = now.plus(Duration.ofDays(1));
      journal.tidy();
    }
  }

  /// An archive that holds these entries.
  private record Archive(List<JournalEntry> entries) implements JournalArchive {
    @Override
    public boolean contains(String eventId) {
      return entries.stream().anyMatch(e -> e.event().orElseThrow().id().equals(eventId));
    }

    @Override
    public List<JournalEntry> read(int partition, long from, long below, int limit) {
      return entries.stream()
          .filter(e -> e.partition() == partition && e.offset() >= from && e.offset() < below)
          .limit(limit)
          .toList();
    }
  }
}
