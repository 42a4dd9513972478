package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;

class FollowerTest {
  private static final JournalOptions SMALL = new JournalOptions(3, 4096, 7);

  @TempDir Path folder;

  private FileJournal open() throws IOException {
    return FileJournal.open(folder, InstantSource.system(), SMALL, Disk.REAL);
  }

  @Test
  void aListenerGetsWhatWasThereAndWhatComesInOrder() throws Exception {
    Collector listener = new Collector();
    try (FileJournal journal = open()) {
      append(journal, 0, 300);
      journal.addListener(listener);
      append(journal, 300, 600);
      until(() -> listener.size() == 600);
      assertEquals(TestEvents.all(journal), listener.sorted());
      journal.removeListener(listener);
      append(journal, 600, 601);
    }
    assertEquals(600, listener.size());
  }

  @Test
  void theCursorOutlivesTheProcess() throws Exception {
    Collector first = new Collector();
    Collector second = new Collector();
    try (FileJournal journal = open()) {
      journal.addListener(first);
      append(journal, 0, 200);
      until(() -> first.size() == 200);
    }
    try (FileJournal journal = open()) {
      append(journal, 200, 250);
      journal.addListener(second);
      until(() -> second.size() >= 50);
      assertEquals(50, second.size());
    }
  }

  @Test
  void aFailingListenerIsCalledAgainWithTheSameEntriesAndHoldsUpNobody() throws Exception {
    Collector good = new Collector();
    Collector bad = new Collector();
    bad.failFor(2);
    try (FileJournal journal = open()) {
      journal.addListener(named("good", good));
      journal.addListener(named("bad", bad));
      append(journal, 0, 100);
      until(() -> good.size() == 100);
      until(() -> bad.size() == 100);
      assertEquals(0, bad.failures);
      assertEquals(TestEvents.all(journal), bad.sorted());
    }
  }

  @Test
  void aCursorThatCannotBeReadStartsAgain() throws Exception {
    Collector first = new Collector();
    try (FileJournal journal = open()) {
      journal.addListener(first);
      append(journal, 0, 50);
      until(() -> first.size() == 50);
    }
    Path cursor = folder.resolve("cursors").resolve("collector.cursor");
    assertTrue(Files.exists(cursor));
    Files.write(cursor, new byte[] {1, 2, 3});
    Collector second = new Collector();
    try (FileJournal journal = open()) {
      journal.addListener(second);
      until(() -> second.size() == 50);
    }
  }

  @Test
  void aNameThatIsNoFileNameIsRefused() throws IOException {
    try (FileJournal journal = open()) {
      assertThrows(
          IllegalArgumentException.class,
          () -> journal.addListener(named("../etc", new Collector())));
    }
  }

  private static void append(FileJournal journal, int from, int to) {
    for (int i = from; i < to; i++) {
      journal.append(TestEvents.of("e" + i, "c" + i % 17));
    }
  }

  static void until(BooleanSupplier condition) throws TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("the condition did not come true in 20 s");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static JournalListener named(String name, JournalListener listener) {
    return new JournalListener() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void accept(int partition, List<JournalEntry> entries) {
        listener.accept(partition, entries);
      }
    };
  }

  /// Keeps what it gets; fails as often as it is told.
  static final class Collector implements JournalListener {
    private final List<JournalEntry> got = new ArrayList<>();
    private volatile int failures;

    @Override
    public String name() {
      return "collector";
    }

    @Override
    public synchronized void accept(int partition, List<JournalEntry> entries) {
      if (failures > 0) {
        failures--;
        throw new IllegalStateException("told to fail");
      }
      got.addAll(entries);
    }

    void failFor(int calls) {
      failures = calls;
    }

    synchronized int size() {
      return got.size();
    }

    synchronized List<JournalEntry> sorted() {
      return got.stream()
          .sorted((a, b) ->
              a.partition() != b.partition()
                  ? Integer.compare(a.partition(), b.partition())
                  : Long.compare(a.offset(), b.offset()))
          .toList();
    }
  }
}
