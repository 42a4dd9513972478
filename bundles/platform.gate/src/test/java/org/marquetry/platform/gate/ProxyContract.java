package org.marquetry.platform.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.gate.TimeLimitExceeded;

/// What both kinds of proxy must pass on unchanged, and what they must stop.
abstract class ProxyContract {
  private final Alarms alarms = new Alarms();
  private final WoodenShelf real = new WoodenShelf();
  private final Slot slot = new Slot(null, real);
  private Shelf shelf;

  abstract ProxyFactory factory(ApiMethods methods) throws ReflectiveOperationException;

  @BeforeEach
  void behindGate() throws ReflectiveOperationException {
    ApiMethods methods = ApiMethods.of(Shelf.class);
    Gate gate =
        new Gate(
            "gate of shelf",
            methods.methods().stream().map(m -> MethodRule.of(Shelf.class, m)).toList(),
            alarms);
    gate.admitTo(slot);
    shelf = (Shelf) factory(methods).proxy(gate);
  }

  @AfterEach
  void nobodyIsLeftInside() {
    alarms.close();
    assertEquals(0, slot.running());
    assertFalse(Thread.interrupted(), "the caller is not left interrupted");
  }

  private static <T> T as(String permission, Supplier<T> call) {
    return new Actor(Actor.Kind.USER, "ann", Set.of(permission)).call(call);
  }

  private static <T> T allowed(Supplier<T> call) {
    return as("*", call);
  }

  @Test
  void argumentsAndResultsArrive() {
    Actor.SYSTEM.run(() -> shelf.put("x"));
    assertEquals(1, allowed(shelf::count));
    assertEquals(
        "[1, 2, 3.0, 4.0, 5, 6, a, true]",
        allowed(() -> shelf.all(1, 2L, 3d, 4f, (short) 5, (byte) 6, 'a', true)));
    assertEquals("a-b", allowed(() -> shelf.join("a", "b")));
    assertEquals(List.of(1, 2), allowed(() -> shelf.map(List.of("bb", "a"), String::length)));
  }

  @Test
  void inheritedAndDefaultMethodsArrive() {
    assertEquals("wood", allowed(shelf::name));
    assertEquals("wooden 0", allowed(shelf::label), "the provider's override wins");
    assertEquals("wooden 0", allowed(((ShelfParents.Labelled) shelf)::label));
    Shelf empty = new WoodenShelf();
    assertEquals(0, allowed(() -> shelf.compareTo(empty)));
    Comparable<Shelf> bridged = shelf;
    assertEquals(0, allowed(() -> bridged.compareTo(empty)));
  }

  @Test
  void exceptionsComeAsThemselves() {
    Actor.SYSTEM.run(() -> {
      assertEquals("io", assertThrows(IOException.class, () -> shelf.fail("io")).getMessage());
      assertThrows(IllegalArgumentException.class, () -> shelf.fail("bad"));
      assertThrows(StackOverflowError.class, () -> shelf.fail("deep"));
    });
    assertEquals(3, slot.failures());
  }

  @Test
  void identityIsTheProxysOwn() {
    assertTrue(shelf.equals(shelf));
    assertNotEquals(real, shelf);
    assertEquals(shelf.hashCode(), shelf.hashCode());
    assertEquals("gate of shelf", shelf.toString());
  }

  @Test
  void withoutActorNobodyGetsIn() {
    var e = assertThrows(PermissionDenied.class, shelf::count);
    assertEquals("shelf.use", e.permission());
    assertEquals(
        "Shelf.count needs permission shelf.use, but no actor is bound to this thread;"
            + " call it inside Actor.run",
        e.getMessage());
    var any = assertThrows(PermissionDenied.class, shelf::await);
    assertTrue(any.getMessage().startsWith("Shelf.await needs an actor"), any.getMessage());
    assertEquals(0, slot.calls());
  }

  @Test
  void theMethodsOwnPermissionWins() {
    var e = assertThrows(PermissionDenied.class, () -> as("shelf.use", shelf::clear));
    assertEquals("Shelf.clear needs permission shelf.clear, which USER ann lacks", e.getMessage());
    assertEquals(0, as("shelf.clear", shelf::clear));
    assertThrows(PermissionDenied.class, () -> as("shelf.clear", shelf::count));
    assertEquals(1, slot.calls());
  }

  @Test
  void callThatBlocksIsCutOff() {
    Actor.SYSTEM.run(() -> {
      var e = assertThrows(TimeLimitExceeded.class, shelf::await);
      assertEquals("Shelf.await took longer than its limit of 100 ms", e.getMessage());
      assertEquals(InterruptedException.class, e.getCause().getClass());
    });
  }

  @Test
  void callThatComputesKeepsItsLateValue() {
    assertTrue(allowed(() -> shelf.compute(60)) > 0);
  }

  @Test
  void callInTimeIsLeftAlone() {
    assertEquals("quick", allowed(shelf::quick));
  }
}
