package org.marquetry.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.http.ProblemException;

class ReplaysTest {
  private static final Replays.Key KEY = new Replays.Key("API_KEY shop", "POST /events", "k");

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Replays replays = new Replays(now::get);
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void theSameRequestGetsTheSameAnswerAndRunsOnce() {
    Reply first = once("a", 202);
    assertSame(first, once("a", 202));
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
        () -> {
          ProblemException e =
              assertThrows(
                  ProblemException.class,
                  () -> replays.once(KEY, new byte[0], () -> Reply.json(200, "")));
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
                "a".getBytes(java.nio.charset.StandardCharsets.UTF_8),
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

  private Reply once(String body, int status) {
    return replays.once(
        KEY,
        body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        () -> {
          runs.incrementAndGet();
          return Reply.json(status, "{}");
        });
  }

  private int status(String body) {
    return assertThrows(ProblemException.class, () -> once(body, 202)).problem().status();
  }
}
