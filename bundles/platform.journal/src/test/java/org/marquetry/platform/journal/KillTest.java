package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that appends is killed at random moments; what it was told is stored must be there,
/// once. `-Dmarquetry.faults=N` says how often; `bench/kill` does it 200 times.
class KillTest {
  private static final JournalOptions OPTIONS = new JournalOptions(8, 256 << 10, 7);

  @TempDir Path folder;

  @Test
  void acknowledgedEventsOutliveEveryKill() throws Exception {
    int kills = Integer.getInteger("marquetry.faults", 3);
    long seed = Long.getLong("tests.seed", 1);
    Random random = new Random(seed);
    Set<String> acked = new HashSet<>();
    for (int kill = 0; kill < kills; kill++) {
      int before = acked.size();
      runAndKill(kill, before + 50 + random.nextInt(3_000), acked);
      assertTrue(acked.size() >= before + 50, "seed " + seed + ", kill " + kill);
      try (FileJournal journal =
          FileJournal.open(folder, InstantSource.system(), OPTIONS, Disk.REAL)) {
        List<String> stored = TestEvents.ids(journal);
        Set<String> distinct = new HashSet<>(stored);
        assertEquals(distinct.size(), stored.size(), "an event is stored twice; seed " + seed);
        assertTrue(distinct.containsAll(acked), "an event is lost; seed " + seed);
      }
    }
  }

  private void runAndKill(int run, int atAcks, Set<String> acked) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString(),
                Integer.toString(run))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader acks =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      boolean killed = false;
      for (String id = acks.readLine(); id != null; id = acks.readLine()) {
        acked.add(id);
        if (!killed && acked.size() >= atAcks) {
          // not Process.destroyForcibly, which would drop the acks that are still in the pipe
          killed = process.toHandle().destroyForcibly();
        }
      }
    }
  }

  /// The process that is killed: appends without end and prints the id of each acknowledged event.
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) throws Exception {
      int run = Integer.parseInt(args[1]);
      try (FileJournal journal =
          FileJournal.open(Path.of(args[0]), InstantSource.system(), OPTIONS, Disk.REAL)) {
        Thread[] threads = new Thread[16];
        for (int t = 0; t < threads.length; t++) {
          String prefix = "t" + t + "-";
          threads[t] = Thread.ofVirtual().start(() -> append(journal, prefix, run));
        }
        for (Thread thread : threads) {
          thread.join();
        }
      }
    }

    private static void append(FileJournal journal, String prefix, int run) {
      if (run > 0) { // what a sender does that got no answer: send again
        journal.append(TestEvents.of(prefix + (run - 1) + "-0", "c"));
      }
      for (int i = 0; ; i++) {
        String id = prefix + run + "-" + i;
        journal.append(TestEvents.of(id, "c" + i % 50));
        System.out.println(id);
      }
    }
  }
}
