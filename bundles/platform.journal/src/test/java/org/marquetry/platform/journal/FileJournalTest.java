package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalException;
import org.marquetry.platform.api.journal.JournalInUseException;
import org.marquetry.platform.api.journal.JournalListener;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

class FileJournalTest {
  private static final JournalOptions SMALL = new JournalOptions(4, 8192, 7);

  @TempDir Path folder;

  private FileJournal open() throws IOException {
    return FileJournal.open(folder, InstantSource.system(), SMALL, Disk.REAL);
  }

  @Test
  void everyEventComesBackInOrderAfterReopening() throws IOException {
    Random random = new Random(7);
    List<Event> events =
        IntStream.range(0, 3_000).mapToObj(i -> TestEvents.random(random, "e" + i)).toList();
    List<JournalEntry> before;
    try (FileJournal journal = open()) {
      for (int i = 0; i < events.size(); i += 100) {
        journal.append(events.subList(i, i + 100));
      }
      before = TestEvents.all(journal);
    }
    assertTrue(files(".seg") > 5, "the test wants several files");
    try (FileJournal journal = open()) {
      List<JournalEntry> after = TestEvents.all(journal);
      assertEquals(before, after);
      for (int p = 0; p < 4; p++) {
        int partition = p;
        List<Event> expected =
            events.stream()
                .filter(e -> FileJournal.partition(e.partitionKey(), 4) == partition)
                .toList();
        List<JournalEntry> got = after.stream().filter(e -> e.partition() == partition).toList();
        assertEquals(expected, got.stream().map(e -> e.event().orElseThrow()).toList());
        assertEquals(
            IntStream.range(0, got.size()).mapToObj(Long::valueOf).toList(),
            got.stream().map(JournalEntry::offset).toList());
        assertEquals(got.size(), journal.ends().get(p));
      }
    }
  }

  @Test
  void replayFromAnyOffsetGivesTheRest() throws IOException {
    try (FileJournal journal = open()) {
      journal.append(events(0, 2_000));
      List<JournalEntry> whole = journal.replay(1, 0, 100_000);
      for (int from = 0; from < whole.size(); from += 13) {
        assertEquals(
            whole.subList(from, Math.min(from + 50, whole.size())), journal.replay(1, from, 50));
      }
      assertEquals(List.of(), journal.replay(1, whole.size(), 10));
    }
  }

  @Test
  void aSeenIdIsRefusedInTheBatchAcrossAppendsAndAfterReopening() throws IOException {
    try (FileJournal journal = open()) {
      List<Appended> first =
          journal.append(
              List.of(TestEvents.of("a", "x"), TestEvents.of("b", "x"), TestEvents.of("a", "y")));
      assertEquals(List.of(true, true, false), first.stream().map(Appended::isNew).toList());
      assertFalse(journal.append(TestEvents.of("b", "z")).isNew());
      journal.append(events(0, 500)); // into further files
    }
    try (FileJournal journal = open()) {
      assertFalse(journal.append(TestEvents.of("a", "x")).isNew());
      assertFalse(journal.append(TestEvents.of("e499", "x")).isNew());
      assertTrue(journal.append(TestEvents.of("c", "x")).isNew());
      assertEquals(503, TestEvents.all(journal).size());
    }
  }

  @Test
  void manyAppendersAtOnceLoseAndDoubleNothing() throws Exception {
    List<String> acked = Collections.synchronizedList(new ArrayList<>());
    try (FileJournal journal = open()) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 16; t++) {
        int start = t * 20;
        threads.add(
            Thread.ofVirtual()
                .start(() -> {
                  for (int i = start; i < start + 40; i++) { // half of them sent twice
                    if (journal.append(TestEvents.of("e" + i, "c" + i)).isNew()) {
                      acked.add("e" + i);
                    }
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(340, acked.size());
      assertEquals(acked.stream().sorted().toList(), TestEvents.ids(journal));
    }
  }

  @Test
  void erasedEventsLeaveTheFilesAndKeepTheirOffsets() throws IOException {
    try (FileJournal journal = open()) {
      journal.append(events(0, 600));
      journal.append(TestEvents.of("secret-event", "alice@example.org"));
      journal.append(events(600, 1_200));
      int before = TestEvents.all(journal).size();

      assertEquals(1, journal.erase(Set.of("c:alice@example.org")));

      List<JournalEntry> after = TestEvents.all(journal);
      assertEquals(before, after.size());
      assertEquals(1, after.stream().filter(e -> e.event().isEmpty()).count());
      assertFalse(journal.append(TestEvents.of("secret-event", "bob")).isNew());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("alice"),
            file.toString());
      }
    }
    try (FileJournal journal = open()) {
      assertFalse(journal.append(TestEvents.of("secret-event", "bob")).isNew());
      assertEquals(1_201, TestEvents.all(journal).size());
      assertEquals(0, journal.erase(Set.of("c:alice@example.org")));
    }
  }

  @Test
  void textsInOthersEventsAreCrossedOutWhereTheyStandWhole() throws IOException {
    Event gift =
        Event.builder("gift", "ordered", Instant.parse("2025-01-01T00:00:00Z"))
            .customer(new CustomerId("bob"))
            .property("note", "joanna@example.org, anna@example.org.pl; for Anna@example.org.")
            .property("to", "anna@example.org")
            .build();
    try (FileJournal journal = open()) {
      journal.append(gift);
      assertEquals(1, journal.erase(Set.of(), Set.of("anna@example.org")));
      assertEquals(0, journal.erase(Set.of(), Set.of("anna@example.org")));
    }
    try (FileJournal journal = open()) {
      Event kept = TestEvents.all(journal).getFirst().event().orElseThrow();
      assertEquals(
          Map.of(
              "note",
              "joanna@example.org, anna@example.org.pl; for xxxxxxxxxxxxxxxx.",
              "to",
              "x".repeat(16)),
          kept.properties());
      assertEquals("bob", kept.customer().orElseThrow().value());
      assertThrows(IllegalArgumentException.class, () -> journal.erase(Set.of(), Set.of("short")));
    }
  }

  @Test
  void anErasureWaitsForTheListenerThatHasReadTheEvents() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean handedOver = new AtomicBoolean();
    JournalListener slow =
        new JournalListener() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public void accept(int partition, List<JournalEntry> entries) {
            reading.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            handedOver.set(true);
          }
        };
    try (FileJournal journal = open()) {
      journal.append(TestEvents.of("one", "alice"));
      journal.addListener(slow);
      reading.await();
      Thread eraser = Thread.ofPlatform().start(() -> journal.erase(Set.of("c:alice")));
      while (TestEvents.all(journal).getFirst().event().isPresent()) {
        Thread.onSpinWait();
      }
      assertFalse(eraser.join(Duration.ofMillis(200)), "it returned before the listener");
      assertFalse(handedOver.get());
      goOn.countDown();
      eraser.join();
      assertTrue(handedOver.get());
    }
  }

  @Test
  void aFolderInUseIsRefusedNamingTheProcess() throws IOException {
    try (FileJournal held = open()) {
      held.append(TestEvents.of("a", "x"));
      JournalInUseException e = assertThrows(JournalInUseException.class, this::open);
      assertTrue(
          String.valueOf(e.getMessage()).contains("process " + ProcessHandle.current().pid()),
          e.getMessage());
      held.append(TestEvents.of("b", "x"));
    }
    try (FileJournal again = open()) {
      assertEquals(List.of("a", "b"), TestEvents.ids(again));
    }
  }

  @Test
  void wrongArgumentsAreNamed() throws IOException {
    try (FileJournal journal = open()) {
      assertThrows(IllegalArgumentException.class, () -> journal.replay(4, 0, 1));
      assertThrows(IllegalArgumentException.class, () -> journal.replay(0, 1, 1));
      assertThrows(IllegalArgumentException.class, () -> journal.replay(0, 0, 0));
      assertThrows(IllegalArgumentException.class, () -> journal.append(events(0, 10_001)));
      assertThrows(IllegalArgumentException.class, () -> journal.trim(List.of(0L)));
      assertEquals(List.of(), journal.append(List.of()));
    }
  }

  @Test
  void aClosedJournalRefusesAndAnswers() throws IOException {
    FileJournal journal = open();
    journal.close();
    assertThrows(JournalException.class, () -> journal.append(TestEvents.of("a", "x")));
  }

  @Test
  void partitionIsStable() {
    assertEquals(1, FileJournal.partition("c:customer-1", 8)); // computed apart, from CRC32C
    assertEquals(0, FileJournal.partition("anything", 1));
  }

  private static List<Event> events(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> TestEvents.of("e" + i, "customer-" + i % 97))
        .toList();
  }

  private long files(String suffix) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(f -> f.toString().endsWith(suffix)).count();
    }
  }
}
