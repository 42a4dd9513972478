package org.marquetry.sql.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.SqlException;

class MigratorTest {
  private static final String FIRST = "0001-notes.sql";

  @TempDir Path folder;

  private <T> T with(List<String> migrations, Function<Database, T> use) {
    try (H2Databases databases = new H2Databases(folder, InstantSource.system())) {
      return use.apply(databases.open(MigratorTest.class, migrations));
    }
  }

  private static int add(Database database, String word) {
    return database.transaction(s -> s.update("INSERT INTO notes (word) VALUES (?)", word));
  }

  private static List<String> words(Database database) {
    return database.transaction(s -> s.query("SELECT word FROM notes", r -> r.string("word")));
  }

  private static List<String> labels(Database database) {
    return database.transaction(
        s -> s.query("SELECT label FROM notes ORDER BY id", r -> r.optString("label").orElse("-")));
  }

  @Test
  void eachRunsOnceInOrder() {
    with(List.of(FIRST), d -> add(d, "a"));
    for (int start = 0; start < 2; start++) {
      assertEquals(List.of("old"), with(List.of(FIRST, "0002-labels.sql"), MigratorTest::labels));
    }
    with(List.of(FIRST, "0002-labels.sql"), d -> add(d, "b"));
    assertEquals(
        List.of("old", "-"), with(List.of(FIRST, "0002-labels.sql"), MigratorTest::labels));
  }

  @Test
  void aFailedOneLeavesAllAsItWasAndSaysWhichAndWhatToDo() {
    with(List.of(FIRST), d -> add(d, "precious"));
    String message =
        assertThrows(SqlException.class, () -> with(List.of(FIRST, "0002-broken.sql"), d -> 1))
            .getMessage();
    assertTrue(
        message.contains("org.marquetry.sql.h2")
            && message.contains("0002-broken.sql")
            && message.contains("install"),
        message);
    assertEquals(List.of("precious"), with(List.of(FIRST), MigratorTest::words));
    assertThrows(SqlException.class, () -> with(List.of(FIRST), MigratorTest::labels));
    with(List.of(FIRST), d -> add(d, "goes on"));
    assertEquals(
        List.of("old", "old"), with(List.of(FIRST, "0002-labels.sql"), MigratorTest::labels));
    assertFalse(Files.exists(folder.resolve("sql_h2.before.sql")));
  }

  @Test
  void oneThatWasCutOffByAKillIsPutBackAtTheNextStart() throws Exception {
    with(List.of(FIRST), d -> add(d, "precious"));
    Path child = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HalfMigration.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(child.toFile())
            .start();
    assertEquals(137, process.waitFor(), Files.readString(child));
    assertTrue(
        Files.exists(folder.resolve("sql_h2.before.sql")), "it was not cut off in the middle");
    assertEquals(List.of("precious"), with(List.of(FIRST), MigratorTest::words));
    assertThrows(SqlException.class, () -> with(List.of(FIRST), MigratorTest::labels));
  }

  @Test
  void aNewerSchemaIsReadByOlderCode() {
    with(List.of(FIRST, "0002-labels.sql"), d -> add(d, "a"));
    assertEquals(List.of("a"), with(List.of(FIRST), MigratorTest::words));
    with(List.of(FIRST), d -> add(d, "b"));
    assertEquals(List.of("-", "-"), with(List.of(FIRST, "0002-labels.sql"), MigratorTest::labels));
  }

  @Test
  void aChangedOrMissingOrMisnumberedOneIsRefused() {
    with(List.of(FIRST, "0002-labels.sql"), d -> 1);
    assertTrue(
        refused(FIRST, "0002-broken.sql").contains("0002-broken.sql was changed after it had run"));
    assertTrue(refused("0001-gone.sql").contains("not in the bundle"));
    assertTrue(refused("0002-labels.sql").contains("must be named 0001-"));
    assertTrue(refused().contains("without a migration"));
  }

  private String refused(String... migrations) {
    return assertThrows(SqlException.class, () -> with(List.of(migrations), d -> 1)).getMessage();
  }
}
