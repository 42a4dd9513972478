package org.marquetry.platform.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.marquetry.platform.api.gate.ProviderMissing;

@Timeout(20)
final class GateTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(15);

  private final Alarms alarms = new Alarms();
  private final Gate gate =
      new Gate("gate of desk", List.of(new MethodRule("Desk.ask", null, 0)), alarms);
  private final Slot first = new Slot(null, "first");
  private final Slot second = new Slot(null, "second");

  @AfterEach
  void close() {
    alarms.close();
  }

  @Test
  void withoutProviderTheCallSaysWhatToDo() {
    var e = assertThrows(ProviderMissing.class, () -> gate.enter(0));
    assertEquals(
        "Desk.ask: nobody provides it now (gate of desk);"
            + " start or install a bundle that provides it",
        e.getMessage());
    assertTrue(gate.isOver());
  }

  @Test
  void closedGateWaitsForTheSuccessor() {
    gate.close(System.nanoTime() + LONG);
    var waiting = CompletableFuture.supplyAsync(() -> gate.enter(0).service());
    assertFalse(gate.isOver());
    gate.admitTo(second);
    assertEquals("second", waiting.join());
  }

  @Test
  void waitEndsWithItsTime() {
    gate.admitTo(first);
    gate.close(System.nanoTime() + LONG);
    var waiting = CompletableFuture.runAsync(() -> gate.enter(0));
    gate.close(System.nanoTime());
    var e = assertThrows(java.util.concurrent.CompletionException.class, waiting::join);
    assertSame(ProviderMissing.class, e.getCause().getClass());
  }

  @Test
  void interruptedWaitIsGivenUpAndTheFlagKept() {
    gate.close(System.nanoTime() + LONG);
    Thread.currentThread().interrupt();
    assertThrows(ProviderMissing.class, () -> gate.enter(0));
    assertTrue(Thread.interrupted());
  }

  @Test
  void drainWaitsForTheCallInside() {
    gate.admitTo(first);
    Call inside = gate.enter(0);
    gate.admitTo(second);
    var drained = CompletableFuture.supplyAsync(() -> first.drain(System.nanoTime() + LONG));
    assertEquals("second", gate.enter(0).service());
    inside.leave();
    assertEquals(0, drained.join());
  }

  @Test
  void drainGivesUpAndSaysHowManyAreInside() {
    gate.admitTo(first);
    Call inside = gate.enter(0);
    assertEquals(1, first.drain(System.nanoTime()));
    assertFalse(first.enter());
    inside.leave();
    assertEquals(0, first.running());
  }

  /// Threads call all the time while slots follow each other; nobody is inside a drained slot.
  @Test
  void noCallIsInsideADrainedSlot() {
    AtomicLong calls = new AtomicLong();
    gate.close(System.nanoTime() + LONG);
    var callers =
        java.util.stream.Stream.generate(() -> CompletableFuture.runAsync(() -> call(calls)))
            .limit(3)
            .toList();
    gate.admitTo(first);
    Slot old = first;
    for (int i = 0; i < 2_000 || calls.get() == 0; i++) { // until somebody got in
      Slot next = new Slot(null, new Closable());
      gate.admitTo(next);
      assertEquals(0, old.drain(System.nanoTime() + LONG));
      if (old.service() instanceof Closable closable) {
        closable.open = false;
      }
      old = next;
    }
    gate.close(System.nanoTime());
    callers.forEach(CompletableFuture::join);
    assertTrue(calls.get() > 0);
  }

  private static final class Closable {
    private volatile boolean open = true;
  }

  private void call(AtomicLong calls) {
    while (true) {
      Call call;
      try {
        call = gate.enter(0);
      } catch (ProviderMissing over) {
        return;
      }
      if (call.service() instanceof Closable closable && !closable.open) {
        throw new AssertionError("inside a drained provider");
      }
      calls.incrementAndGet();
      call.leave();
    }
  }
}
