package org.marquetry.platform.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void aSecondProcessIsRefusedNamingTheFirst() throws Exception {
    try (FileJournal journal = FileJournal.open(folder, InstantSource.system())) {
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1", // it lives for seconds
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Opener.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(1, second.waitFor(), said);
      assertTrue(said.contains("in use by process " + ProcessHandle.current().pid()), said);
      assertTrue(journal.append(TestEvents.of("a", "a")).isNew());
    }
  }

  /// Opens the folder in another process.
  static final class Opener {
    private Opener() {}

    public static void main(String[] args) throws Exception {
      FileJournal.open(Path.of(args[0]), InstantSource.system()).close();
    }
  }
}
