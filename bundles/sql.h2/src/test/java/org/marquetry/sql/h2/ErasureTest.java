package org.marquetry.sql.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.sql.api.Database;

/// What was deleted is found in no file of the store after a compaction.
class ErasureTest {
  private static final String PERSON = "wang.xiaoming@example.com";

  @TempDir Path folder;

  @Test
  void deletedRowsCannotBeFoundInTheFiles() throws Exception {
    try (H2Databases databases = new H2Databases(folder, InstantSource.system())) {
      Database notes = databases.open(ErasureTest.class, List.of("0001-notes.sql"));
      for (int i = 0; i < 200; i++) {
        String word = (i % 10 == 0 ? PERSON : "somebody") + " " + i + " " + "x".repeat(i * 9);
        byte[] large = (i % 10 == 0 ? PERSON.repeat(2_000) : "").getBytes(StandardCharsets.UTF_8);
        notes.transaction(
            s -> s.update("INSERT INTO notes (word, bytes) VALUES (?, ?)", word, large));
      }
      assertTrue(found(), "the search finds nothing even while the rows are there");
      notes.transaction(s -> s.update("DELETE FROM notes WHERE word LIKE ?", PERSON + "%"));
      assertTrue(found(), "deleting alone is said to leave no trace; then why compact");
      databases.compact();
      assertFalse(found(), "the person is still in a file");
      assertEquals(180, count(notes));
      notes.transaction(s -> s.update("INSERT INTO notes (word) VALUES ('after')"));
      assertEquals(181, count(notes));
    }
    assertFalse(found());
  }

  @Test
  void transactionsGoOnAroundACompaction() throws Exception {
    try (H2Databases databases = new H2Databases(folder, InstantSource.system())) {
      Database notes = databases.open(ErasureTest.class, List.of("0001-notes.sql"));
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger done = new AtomicInteger();
      List<Thread> threads =
          Stream.generate(() ->
                  Thread.ofVirtual()
                      .start(() -> {
                        while (!stop.get()) {
                          String word = "w" + done.incrementAndGet();
                          notes.transaction(
                              s -> s.update("INSERT INTO notes (word) VALUES (?)", word));
                        }
                      }))
              .limit(4)
              .toList();
      for (int i = 0; i < 5; i++) {
        databases.compact();
      }
      stop.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(done.get(), count(notes));
    }
  }

  private static int count(Database notes) {
    return notes.transaction(s -> s.query("SELECT id FROM notes", r -> 1)).size();
  }

  private boolean found() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(PERSON)) {
          return true;
        }
      }
    }
    return false;
  }
}
