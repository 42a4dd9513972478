package org.marquetry.sql.h2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.health.Health;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Session;
import org.marquetry.sql.api.SqlException;
import org.marquetry.sql.api.UniqueViolation;
import org.marquetry.sql.h2.other.OtherBundle;

class H2DatabasesTest {
  private static final List<String> NOTES = List.of("0001-notes.sql");
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private H2Databases databases;
  private Database notes;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, CLOCK);
    notes = databases.open(H2DatabasesTest.class, NOTES);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private static int add(Session s, String word) {
    return s.update("INSERT INTO notes (word) VALUES (?)", word);
  }

  private List<String> words() {
    return notes.transaction(
        s -> s.query("SELECT word FROM notes ORDER BY word", r -> r.string("word")));
  }

  @Test
  void storesOpenedAtOnceInOneProcessDoNotDisturbEachOther() throws Exception {
    List<Thread> all =
        IntStream.range(0, 6)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() -> {
                      try (H2Databases own = new H2Databases(folder.resolve("own" + i), CLOCK)) {
                        own.open(H2DatabasesTest.class, NOTES).transaction(s -> add(s, "own"));
                      }
                    }))
            .toList();
    for (Thread one : all) {
      one.join();
    }
    assertEquals(
        6,
        IntStream.range(0, 6)
            .filter(i -> Files.exists(folder.resolve("own" + i).resolve("store.mv.db")))
            .count());
    databases.close();
    open(); // after the last user has gone, the first one comes again
    notes.transaction(s -> add(s, "here"));
    assertEquals(List.of("here"), words());
    assertFalse(Files.exists(Path.of("synced:")), "a file of the scheme's name");
  }

  @Test
  void everyTypeComesBackAsItWasWritten() {
    Instant moment = Instant.parse("2026-03-29T01:30:00.123456Z");
    notes.transaction(s ->
        s.update(
            "INSERT INTO notes (word, number, good, bytes, made_at) VALUES (?, ?, ?, ?, ?)",
            "茶",
            1.5,
            false,
            new byte[] {1, -1},
            moment));
    notes.transaction(s -> {
      add(s, "empty");
      return s.one(
              "SELECT * FROM notes WHERE word = ?",
              r -> {
                assertEquals(1, r.longValue("id"));
                assertEquals(1.5, r.doubleValue("number"));
                assertFalse(r.bool("good"));
                assertArrayEquals(new byte[] {1, -1}, r.bytes("bytes"));
                assertEquals(moment, r.instant("made_at"));
                return 1;
              },
              "茶")
          .orElseThrow();
    });
    notes.transaction(s ->
        s.one(
            "SELECT * FROM notes WHERE word = 'empty'",
            r -> {
              assertTrue(r.isNull("number") && r.bool("good"));
              assertFalse(r.isNull("id") || r.isNull("word") || r.isNull("good"));
              assertEquals(Optional.empty(), r.optInstant("made_at"));
              String message =
                  assertThrows(SqlException.class, () -> r.doubleValue("number")).getMessage();
              assertTrue(message.contains("number is NULL"), message);
              return 1;
            }));
  }

  /// As in an upgrade while the suite runs, and back.
  @Test
  void aNewerVersionBringsTheSchemaForwardWhileTheFormerOneWorks() {
    notes.transaction(s -> add(s, "old"));
    List<String> newer = List.of("0001-notes.sql", "0002-labels.sql");
    Database upgraded = databases.open(H2DatabasesTest.class, newer);
    upgraded.transaction(s -> s.update("INSERT INTO notes (word, label) VALUES ('new', 'x')"));
    notes.transaction(s -> add(s, "old too"));
    assertEquals(List.of("new", "old", "old too"), words());
    Database back = databases.open(H2DatabasesTest.class, NOTES);
    assertEquals(
        3L,
        back.transaction(s -> s.one("SELECT count(*) AS n FROM notes", r -> r.longValue("n")))
            .orElseThrow());
  }

  @Test
  void aNewerVersionWhoseMigrationFailsChangesNothing() {
    notes.transaction(s -> add(s, "kept"));
    List<String> broken = List.of("0001-notes.sql", "0002-broken.sql");
    assertThrows(SqlException.class, () -> databases.open(H2DatabasesTest.class, broken));
    notes.transaction(s -> add(s, "later"));
    assertEquals(List.of("kept", "later"), words());
  }

  @Test
  void allOrNothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            notes.transaction(s -> {
              add(s, "half");
              throw new IllegalStateException("no");
            }));
    assertEquals(List.of(), words());
    notes.transaction(s -> add(s, "a"));
    UniqueViolation twice =
        assertThrows(
            UniqueViolation.class,
            () ->
                notes.transaction(s -> {
                  add(s, "b");
                  return add(s, "a");
                }));
    assertFalse(twice.getMessage().contains("'a'"), twice.getMessage());
    assertEquals(List.of("a"), words());
  }

  @Test
  void noErrorHoldsAValue() {
    String name = "Wang Xiaoming";
    for (String bad :
        List.of(
            "INSERT INTO notes (word, number) VALUES ('a', CAST('" + name + "' AS INTEGER))",
            "INSERT INTO notes (word) VALUES ('" + name.repeat(200) + "')",
            "INSERT INTO notes (word, number) VALUES (NULL, 1)",
            "INSERT INTO notes (word) VALUES ('" + name + "'), ('" + name + "')")) {
      SqlException e =
          assertThrows(SqlException.class, () -> notes.transaction(s -> s.update(bad)), bad);
      for (Throwable t = e; t != null; t = t.getCause()) {
        assertFalse(String.valueOf(t.getMessage()).contains(name), t.getMessage());
      }
    }
    String wrong =
        assertThrows(SqlException.class, () -> notes.transaction(s -> s.update("UPDATE nowhere")))
            .getMessage();
    assertTrue(wrong.contains("sql_h2"), wrong);
  }

  @Test
  void aSessionEndsWithItsTransactionAndNoneIsBegunInside() {
    AtomicReference<Session> kept = new AtomicReference<>();
    notes.transaction(s -> {
      kept.set(s);
      assertThrows(IllegalStateException.class, this::words);
      return 1;
    });
    assertThrows(IllegalStateException.class, () -> add(kept.get(), "late"));
    assertEquals(List.of(), words());
  }

  @Test
  void aBundleReachesNoOtherSchemaAndNoTables() {
    Database other = databases.open(OtherBundle.class, List.of("0001-other.sql"));
    other.transaction(s -> s.update("INSERT INTO secrets VALUES ('x')"));
    for (String breach :
        List.of(
            "SELECT * FROM sql_h2_other.secrets",
            "SELECT * FROM marquetry.migrations",
            "SELECT * FROM secrets")) {
      assertThrows(
          SqlException.class,
          () -> notes.transaction(s -> s.query(breach, r -> r.string("word"))),
          breach);
    }
    for (String breach :
        List.of(
            "DELETE FROM sql_h2_other.secrets",
            "DROP TABLE notes",
            "CREATE TABLE more (id BIGINT)",
            "SHUTDOWN",
            "SCRIPT TO 'stolen.sql'")) {
      assertThrows(SqlException.class, () -> notes.transaction(s -> s.update(breach)), breach);
    }
    assertEquals(1, other.transaction(s -> s.query("SELECT * FROM secrets", r -> 1)).size());
  }

  @Test
  void manyThreadsWorkAtOnce() throws Exception {
    List<Thread> threads =
        IntStream.range(0, 40)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() -> {
                      for (int n = 0; n < 10; n++) {
                        String word = i + "-" + n;
                        notes.transaction(s -> add(s, word));
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(400, words().size());
  }

  @Test
  void oneTransactionWritesAtATimeAndReadersDoNotWait() throws Exception {
    List<String> ended = Collections.synchronizedList(new ArrayList<>());
    Thread second =
        Thread.ofPlatform()
            .unstarted(() ->
                notes.transaction(s -> {
                  add(s, "second");
                  return ended.add("second");
                }));
    notes.transaction(s -> {
      add(s, "first");
      second.start();
      untilItWaits(second);
      assertEquals(List.of(), CompletableFuture.supplyAsync(this::words).join());
      return ended.add("first");
    });
    second.join();
    assertEquals(List.of("first", "second"), ended);
    assertEquals(List.of("first", "second"), words());
  }

  @Test
  void whoWaitsTooLongToWriteOrIsInterruptedIsRefusedAndHarmsNothing() throws Exception {
    List<String> refused = Collections.synchronizedList(new ArrayList<>());
    Thread patient = Thread.ofPlatform().unstarted(() -> refused.add(refusal("patient")));
    Thread interrupted =
        Thread.ofPlatform()
            .unstarted(() -> {
              refused.add(refusal("interrupted"));
              refused.add("flag kept: " + Thread.interrupted());
            });
    notes.transaction(s -> {
      add(s, "first");
      interrupted.start();
      untilItWaits(interrupted);
      interrupted.interrupt();
      join(interrupted);
      patient.start();
      join(patient);
      return true;
    });
    assertTrue(
        refused.get(0).contains("interrupted while another transaction wrote"), refused::toString);
    assertEquals("flag kept: true", refused.get(1));
    assertTrue(
        refused.get(2).contains("another transaction has been writing for 5 s"), refused::toString);
    notes.transaction(s -> add(s, "after"));
    assertEquals(List.of("after", "first"), words());
  }

  private static void untilItWaits(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private String refusal(String word) {
    return String.valueOf(
        assertThrows(SqlException.class, () -> notes.transaction(s -> add(s, word))).getMessage());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anInterruptHarmsNeitherTheStoreNorOthers() {
    for (int i = 0; i < 20; i++) {
      int n = i;
      Thread.currentThread().interrupt();
      notes.transaction(s -> add(s, "i" + n));
      assertTrue(Thread.interrupted(), "the flag is lost");
    }
    assertEquals(20, words().size());
    assertEquals(Health.Status.OK, databases.check().status(), databases.check().message());
    databases.close();
    databases = new H2Databases(folder, CLOCK);
    notes = databases.open(H2DatabasesTest.class, NOTES);
    assertEquals(20, words().size());
  }

  @Test
  void aStoreThatWasClosedByAnErrorIsOpenedAgain() {
    notes.transaction(s -> add(s, "before"));
    databases
        .file()
        .alone(
            "test",
            c -> {
              try (Statement statement = c.createStatement()) {
                return statement.execute("SHUTDOWN IMMEDIATELY"); // as H2 does after an error
              }
            });
    assertEquals(Health.Status.CRITICAL, databases.check().status());
    notes.transaction(s -> add(s, "after"));
    assertEquals(List.of("after", "before"), words());
    assertEquals(Health.Status.OK, databases.check().status());
  }

  @Test
  void nobodyElseOnTheMachineReadsIt() throws Exception {
    Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path inside = folder.resolve("sql");
    try (H2Databases own = new H2Databases(inside, CLOCK)) {
      assertEquals("sql.h2", own.name());
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)));
    }
  }

  @Test
  void anotherProcessIsRefused() throws Exception {
    databases.close();
    Process other = KillTest.writer(folder, 0).start();
    try (BufferedReader acks = other.inputReader()) {
      assertTrue(acks.readLine() != null);
      String message =
          assertThrows(SqlException.class, () -> new H2Databases(folder, CLOCK)).getMessage();
      assertTrue(message.contains("in use by another process"), message);
      assertTrue(message.contains(folder.toString()), message);
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void aDamagedFileIsRefusedWithWhatToDo() throws Exception {
    databases.close();
    Files.writeString(folder.resolve("store.mv.db"), "rubbish".repeat(10_000));
    String message =
        assertThrows(SqlException.class, () -> new H2Databases(folder, CLOCK)).getMessage();
    assertTrue(message.contains("store.mv.db") && message.contains("backup"), message);
  }

  @Test
  void eachWriteIsOnDiskWhenItReturns() throws Exception {
    Path descriptors = Path.of("/proc/self/fd");
    Assumptions.assumeTrue(Files.isDirectory(descriptors), "only Linux tells how a file is open");
    Path store = folder.resolve("store.mv.db").toRealPath();
    String flags = null;
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path descriptor : all.toList()) {
        if (target(descriptor).equals(store.toString())) {
          flags =
              Files.readAllLines(Path.of("/proc/self/fdinfo/" + descriptor.getFileName())).stream()
                  .filter(l -> l.startsWith("flags:"))
                  .findFirst()
                  .orElseThrow();
        }
      }
    }
    assertTrue(flags != null, "the store's file is not open");
    int dsync = 0x1000; // O_DSYNC
    assertEquals(
        dsync, Integer.parseInt(flags.substring(6).strip(), 8) & dsync, "open with " + flags);
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed since
    }
  }

  @Test
  void theFileDoesNotGrowWithoutEnd() throws Exception {
    notes.transaction(s -> add(s, "counter"));
    for (int i = 0; i < 5_000; i++) {
      double n = i;
      notes.transaction(s -> s.update("UPDATE notes SET number = ? WHERE word = 'counter'", n));
    }
    long size = Files.size(folder.resolve("store.mv.db"));
    System.out.println("after 5,000 changes of one row: " + (size >> 10) + " KB");
    assertTrue(size < 64 << 20, "the file has " + size + " bytes");
  }
}
