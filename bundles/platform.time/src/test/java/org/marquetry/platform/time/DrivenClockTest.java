package org.marquetry.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;

class DrivenClockTest {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  private final DrivenClock clock = new DrivenClock(START);
  private final List<String> ran = new ArrayList<>();

  private Runnable note(String what) {
    return () -> ran.add(what + "@" + Duration.between(START, clock.instant()).toSeconds());
  }

  @Test
  void timersRunInOrderEachAtItsOwnTime() {
    clock.at("b", START.plusSeconds(20), note("b"));
    clock.at("a", START.plusSeconds(10), note("a"));
    clock.every("e", Duration.ofSeconds(8), note("e"));
    clock.advanceTo(START.plusSeconds(19));
    assertEquals(List.of("e@8", "a@10", "e@16"), ran);
    clock.advanceTo(START.plusSeconds(20));
    assertEquals("b@20", ran.getLast());
    assertEquals(START.plusSeconds(20), clock.instant());
  }

  @Test
  void aTimerSetByATimerRunsInTheSameDrive() {
    clock.at("a", START.plusSeconds(1), () -> clock.at("b", START.plusSeconds(2), note("b")));
    clock.advanceTo(START.plusSeconds(5));
    assertEquals(List.of("b@2"), ran);
  }

  @Test
  void oneIsCancelledAndNoOtherOfItsName() {
    Timers.Timer mine = clock.every("a", Duration.ofSeconds(1), note("mine"));
    Timers.Timer other = clock.at("a", START.plusSeconds(2), note("other"));
    clock.advanceTo(START.plusSeconds(1));
    assertTrue(mine.cancel());
    assertFalse(mine.cancel());
    clock.advanceTo(START.plusSeconds(9));
    assertEquals(List.of("mine@1", "other@2"), ran);
    assertFalse(other.cancel(), "it has run");
  }

  @Test
  void aFailingTaskEndsNothing() {
    clock.every(
        "bad",
        Duration.ofSeconds(1),
        () -> {
          ran.add("bad");
          throw new IllegalStateException("told to fail");
        });
    clock.advanceTo(START.plusSeconds(3));
    assertEquals(3, ran.size());
  }

  @Test
  void aTaskRunsAsWhoSetIt() {
    Actor actor = new Actor(Actor.Kind.JOB, "job-1", Set.of("x.read"));
    actor.run(() -> clock.at("a", START, () -> ran.add(Actor.current().name())));
    clock.advanceTo(START);
    assertEquals(List.of("job-1"), ran);
  }

  @Test
  void timeDoesNotGoBack() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> clock.advanceTo(START.minusSeconds(1)));
    assertTrue(String.valueOf(e.getMessage()).contains("cannot go back"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> clock.every("x", Duration.ZERO, note("x")));
  }
}
