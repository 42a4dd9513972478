package org.marquetry.sql.h2;

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
import org.marquetry.sql.api.Database;

/// A process that commits is killed at random moments; what it was told is stored must be there,
/// with both of its rows, and it must take more. `-Dmarquetry.faults=N` says how often.
class KillTest {
  @TempDir Path folder;

  @Test
  void acknowledgedCommitsOutliveEveryKill() throws Exception {
    int kills = Integer.getInteger("marquetry.faults", 3);
    long seed = Long.getLong("tests.seed", 1);
    Random random = new Random(seed);
    Set<String> acked = new HashSet<>();
    for (int kill = 0; kill < kills; kill++) {
      int before = acked.size();
      runAndKill(kill, before + 50 + random.nextInt(800), acked);
      assertTrue(acked.size() >= before + 50, "seed " + seed + ", kill " + kill);
      try (H2Databases databases = new H2Databases(folder, InstantSource.system())) {
        Database notes = open(databases);
        writePair(notes, "after-" + kill); // fails when a key is given out twice
        Set<String> stored =
            new HashSet<>(
                notes.transaction(s -> s.query("SELECT word FROM notes", r -> r.string("word"))));
        for (String word : acked) {
          assertTrue(stored.contains(word), word + " is lost; seed " + seed + ", kill " + kill);
        }
        assertEquals(
            0,
            stored.stream().filter(w -> !stored.contains(twin(w))).count(),
            "half a transaction is stored; seed " + seed + ", kill " + kill);
      }
    }
  }

  private static String twin(String word) {
    return word.endsWith("'") ? word.substring(0, word.length() - 1) : word + "'";
  }

  private static void writePair(Database notes, String word) {
    notes.transaction(s -> {
      s.update("INSERT INTO notes (word) VALUES (?)", word);
      return s.update("INSERT INTO notes (word) VALUES (?)", twin(word));
    });
  }

  private static Database open(H2Databases databases) {
    return databases.open(KillTest.class, List.of("0001-notes.sql"));
  }

  static ProcessBuilder writer(Path folder, int run) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", // it lives for seconds
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString(),
            Integer.toString(run))
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private void runAndKill(int run, int atAcks, Set<String> acked) throws IOException {
    Process process = writer(folder, run).start();
    try (BufferedReader acks =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      boolean killed = false;
      for (String id = acks.readLine(); id != null; id = acks.readLine()) {
        acked.add(id);
        if (!killed && acked.size() >= atAcks) {
          killed = process.toHandle().destroyForcibly(); // keeps the acks in the pipe
        }
      }
    }
  }

  /// The process that is killed: commits two rows at a time without end, and prints each commit.
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws Exception {
      try (H2Databases databases = new H2Databases(Path.of(args[0]), InstantSource.system())) {
        Database notes = open(databases);
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
          String prefix = "t" + t + "-" + args[1] + "-";
          threads[t] = Thread.ofVirtual().start(() -> write(notes, prefix));
        }
        for (Thread thread : threads) {
          thread.join();
        }
      }
    }

    private static void write(Database notes, String prefix) {
      for (int i = 0; ; i++) {
        String word = prefix + i;
        writePair(notes, word);
        System.out.println(word);
      }
    }
  }
}
