package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;

/// A process that imports is killed at random moments: nothing acknowledged is lost, nothing is
/// there twice, and what was begun is brought to its end at the next start. `-Dmarquetry.faults=20`
/// for more kills, `-Dtests.seed=N` for other moments.
class ImportKillTest {
  private static final int KILLS = Integer.getInteger("marquetry.faults", 3);
  private static final long SEED = Long.getLong("tests.seed", 42);
  private static final int LONGEST_MILLIS = 3_000;

  @TempDir Path home;

  @Test
  void nothingAcknowledgedIsLostOrDoubled() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    int next = 0;
    List<Integer> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(killed(next, random.nextInt(LONGEST_MILLIS)));
      next = check(acknowledged) + 1;
    }
    assertTrue(next > 0, "seed " + SEED);
  }

  /// @return what a process acknowledged before it was killed
  private List<Integer> killed(int next, int millis) throws IOException, InterruptedException {
    Path said = home.resolve("said");
    Files.deleteIfExists(said);
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ImportVictim.class.getName(),
                home.toString(),
                Integer.toString(next))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(said.toFile())
            .start();
    while (victim.isAlive() && (Files.notExists(said) || Files.size(said) == 0)) {
      victim.waitFor(50, TimeUnit.MILLISECONDS);
    }
    victim.waitFor(millis, TimeUnit.MILLISECONDS);
    assertTrue(victim.isAlive(), "the victim died by itself, seed " + SEED);
    victim.destroyForcibly().waitFor();
    List<Integer> loaded = new ArrayList<>();
    for (String line : Files.readAllLines(said)) {
      if (line.startsWith("loaded ")) {
        loaded.add(Integer.parseInt(line.substring("loaded ".length())));
      }
    }
    return loaded;
  }

  /// @return the largest number of a file that is stored
  private int check(List<Integer> acknowledged) throws IOException {
    int largest = -1;
    try (ImportSuite suite = new ImportSuite(home)) { // goes on with what was cut off
      Map<String, Long> markers = markers(suite);
      int loaded = 0;
      for (ImportStatus status : suite.imports.list(0, 200)) {
        int number = Integer.parseInt(status.name().replaceAll("\\D", ""));
        largest = Math.max(largest, number);
        long rows =
            suite.number(
                "SELECT count(*) FROM v1.order_lines WHERE order_id LIKE 'f" + number + "-%'");
        if (status.state() == ImportState.LOADED) {
          loaded++;
          assertEquals(ImportVictim.ROWS, rows, status.name());
          assertEquals(ImportVictim.ROWS, status.counts().added(), status.name());
          assertEquals(
              suite.journal.partitions(), markers.getOrDefault(status.id(), 0L), status.name());
        } else {
          assertTrue(
              status.state() == ImportState.UPLOADING || status.state() == ImportState.STORED,
              status::toString);
          assertEquals(0, rows, status.name());
        }
        assertTrue(
            status.state() == ImportState.LOADED || !acknowledged.contains(number),
            status::toString);
      }
      assertEquals(
          (long) loaded * ImportVictim.ROWS, suite.number("SELECT count(*) FROM v1.order_lines"));
    }
    return largest;
  }

  private static Map<String, Long> markers(ImportSuite suite) {
    Map<String, Long> markers = new HashMap<>();
    for (int p = 0; p < suite.journal.partitions(); p++) {
      for (JournalEntry entry : suite.journal.replay(p, 0, 100_000)) {
        entry
            .event()
            .filter(e -> e.type().equals(EventTypes.BATCH_LOADED))
            .ifPresent(e -> {
              String batch = e.properties().get(EventProperties.BATCH);
              markers.merge(batch.substring(batch.indexOf('/') + 1), 1L, Long::sum);
            });
      }
    }
    return markers;
  }
}
