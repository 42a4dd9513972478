package org.marquetry.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.sql.h2.H2Databases;

class ReplaysTest {
  private static final Replays.Key KEY = new Replays.Key("API_KEY shop", "POST /events", "k");

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  @TempDir Path folder;
  private H2Databases databases;
  private Replays replays;
  private final AtomicInteger runs = new AtomicInteger();

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, now::get);
    replays = new Replays(databases.open(Replays.class, List.of("0001-replies.sql")), now::get);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void theSameRequestGetsTheSameAnswerAndRunsOnce() {
    Reply first = once("a", 202);
    assertSameReply(first, once("a", 202));
    assertEquals(1, runs.get());
  }

  @Test
  void anotherBodyUnderTheKeyIsRefused() {
    once("a", 202);
    assertEquals(422, status("b"));
    assertEquals(1, runs.get());
  }

  @Test
  void whileTheFirstRunsTheSecondIsToldToWait() {
    replays.once(
        KEY,
        new byte[0],
        true,
        () -> {
          ProblemException e =
              assertThrows(
                  ProblemException.class,
                  () -> replays.once(KEY, new byte[0], true, () -> Reply.json(200, "")));
          assertEquals(409, e.problem().status());
          return Reply.json(200, "");
        });
  }

  @Test
  void aFailureIsNotKept() {
    assertThrows(
        IllegalStateException.class,
        () ->
            replays.once(
                KEY,
                "a".getBytes(UTF_8),
                false,
                () -> {
                  throw new IllegalStateException("disk");
                }));
    once("b", 503);
    once("c", 202);
    assertEquals(2, runs.get());
  }

  @Test
  void aDayLaterTheKeyIsFree() {
    once("a", 202);
    now.set(Instant.EPOCH.plus(Duration.ofHours(25)));
    once("b", 202);
    assertEquals(2, runs.get());
  }

  @Test
  void theAnswerOutlivesARestart() {
    Reply first = once("a", 201);
    close();
    open();
    assertSameReply(first, once("a", 201));
    assertEquals(422, status("b"));
    assertEquals(1, runs.get());
  }

  @Test
  void whatASuiteWasKilledInIsNotRunAgainUnlessItMayBe() {
    byte[] body = "a".getBytes(UTF_8);
    assertThrows(
        IllegalStateException.class,
        () ->
            replays.once(
                KEY,
                body,
                false,
                () -> {
                  databases.close(); // as far as the store knows: the end
                  throw new IllegalStateException("killed");
                }));
    open();
    ProblemException told =
        assertThrows(ProblemException.class, () -> replays.once(KEY, body, false, this::run));
    assertEquals(409, told.problem().status());
    assertTrue(told.problem().title().contains("Not known"), told.problem().title());
    assertEquals(0, runs.get());
    Replays.Key other = new Replays.Key("API_KEY shop", "PUT /x", "k");
    replays.once(other, body, true, this::run);
    assertEquals(1, runs.get());
  }

  @Test
  void neitherKeyNorAnswerCanBeReadInTheStore() throws IOException {
    replays.once(
        new Replays.Key("API_KEY shop", "POST /keys", "7d0a-secret-key"),
        new byte[0],
        false,
        () -> Reply.json(200, "{\"key\":\"mq_k-1_topsecret\"}"));
    close();
    String all = Files.readString(folder.resolve("store.mv.db"), ISO_8859_1);
    assertTrue(all.contains("replies"), "looked into the wrong file");
    assertFalse(all.contains("topsecret") || all.contains("secret-key"));
    open();
  }

  private static void assertSameReply(Reply first, Reply again) {
    assertEquals(first.status(), again.status());
    assertEquals(first.contentType(), again.contentType());
    assertArrayEquals(first.body(), again.body());
  }

  private Reply run() {
    runs.incrementAndGet();
    return Reply.json(200, "{}");
  }

  private Reply once(String body, int status) {
    return replays.once(
        KEY,
        body.getBytes(UTF_8),
        false,
        () -> {
          runs.incrementAndGet();
          return Reply.json(status, "{\"茶\":1}");
        });
  }

  private int status(String body) {
    return assertThrows(ProblemException.class, () -> once(body, 202)).problem().status();
  }
}
