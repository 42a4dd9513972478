package org.marquetry.platform.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;

class SharedPoolTest {
  private final SharedPool pool = new SharedPool(3);

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void everyPieceRunsOnce() {
    AtomicIntegerArray runs = new AtomicIntegerArray(1000);
    pool.parallel(1000, runs::incrementAndGet);
    for (int k = 0; k < 1000; k++) {
      assertEquals(1, runs.get(k));
    }
  }

  @Test
  void piecesRunSideBySide() {
    CountDownLatch together = new CountDownLatch(3); // opens only if three pieces run at once
    pool.parallel(
        3,
        piece -> {
          together.countDown();
          try {
            together.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    assertEquals(0, together.getCount());
  }

  @Test
  void callsInsideAPieceDoNotBlock() {
    AtomicInteger runs = new AtomicInteger();
    pool.parallel(8, outer -> pool.parallel(8, inner -> runs.incrementAndGet()));
    assertEquals(64, runs.get());
  }

  @Test
  void theFirstFailureStopsTheRest() {
    AtomicInteger runs = new AtomicInteger();
    var e =
        assertThrows(
            IllegalStateException.class,
            () ->
                pool.parallel(
                    100_000,
                    piece -> {
                      runs.incrementAndGet();
                      throw new IllegalStateException("piece failed");
                    }));
    assertEquals("piece failed", e.getMessage());
    assertTrue(runs.get() < 100_000, "ran " + runs.get());
  }

  @Test
  void piecesThatWaitRunSideBySideUpToTheirNumberWhateverThePoolsWidth() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(20); // opens only if twenty pieces run at once
    Set<String> names = ConcurrentHashMap.newKeySet();
    Actor.SYSTEM.run(() ->
        pool.waiting(
            60,
            20,
            _ -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              names.add(Actor.current().name());
              together.countDown();
              try {
                together.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              now.decrementAndGet();
            }));
    assertEquals(20, most.get());
    assertEquals(Set.of("system"), names);
    assertThrows(IllegalArgumentException.class, () -> pool.waiting(1, 0, _ -> {}));
  }

  @Test
  void theActorGoesAlong() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    Actor.SYSTEM.run(() -> pool.parallel(100, piece -> names.add(Actor.current().name())));
    assertEquals(Set.of("system"), names);
  }

  @Test
  void aClosedPoolStillFinishesOnTheCaller() {
    pool.close();
    AtomicInteger runs = new AtomicInteger();
    pool.parallel(10, piece -> runs.incrementAndGet());
    assertEquals(10, runs.get());
  }
}
