package org.marquetry.recommend.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InteractionsTest {
  private final Interactions some =
      Interactions.builder(3, 4).add(2, 3, 1).add(0, 1, 2).add(2, 0, 1).add(2, 3, 4).build();

  @Test
  void rowsAreSortedAndEqualEntriesAddUp() {
    assertEquals(3, some.entries());
    assertEquals(1, some.start(1));
    assertEquals(some.start(1), some.start(2));
    assertEquals(0, some.item(some.start(2)));
    assertEquals(3, some.item(some.start(2) + 1));
    assertEquals(5f, some.weight(some.start(2) + 1));
  }

  @Test
  void whatAUserHadIsFound() {
    assertTrue(some.has(2, 3));
    assertFalse(some.has(2, 1));
    assertFalse(some.has(1, 1));
    assertEquals(2, some.row(2).entries());
  }

  @Test
  void badEntriesAreRefused() {
    InteractionsBuilder builder = Interactions.builder(1, 1);
    assertThrows(IllegalArgumentException.class, () -> builder.add(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> builder.add(0, 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Interactions.builder(0, 1));
  }
}
