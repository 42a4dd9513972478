package org.marquetry.profile.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Condition LEAF = Condition.atLeast(Traits.ORDERS, 1);

  @Test
  void aTreeThatIsTooDeepIsRefused() {
    Condition deep = LEAF;
    for (int i = 1; i < Condition.MAX_DEPTH; i++) {
      deep = Condition.not(deep);
    }
    assertEquals(Condition.MAX_DEPTH, deep.depth());
    Condition deepest = deep;
    var failure = assertThrows(IllegalArgumentException.class, () -> Condition.not(deepest));
    assertEquals("a condition must have at most 8 levels, got 9", failure.getMessage());
  }

  @Test
  void aTreeThatIsTooLargeIsRefused() {
    var parts = Collections.nCopies(Condition.MAX_SIZE - 1, LEAF);
    assertEquals(Condition.MAX_SIZE, new Condition.Any(parts).size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Condition.All(Collections.nCopies(Condition.MAX_SIZE, LEAF)));
    assertThrows(IllegalArgumentException.class, () -> Condition.all());
  }

  @Test
  void traitsAreComparedAsWhatTheyAre() {
    var failure =
        assertThrows(IllegalArgumentException.class, () -> Condition.atLeast(Traits.COUNTRY, 1));
    assertEquals("country is a text, it can not be compared as a number", failure.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Condition.equal(Traits.ORDERS, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Condition.oneOf(Traits.COUNTRY));
  }

  @Test
  void traitIdsAreUnique() {
    Set<String> ids = Traits.ALL.stream().map(Trait::id).collect(Collectors.toSet());
    assertEquals(Traits.ALL.size(), ids.size());
    assertEquals(Traits.LIFETIME_VALUE, Traits.find("lifetimeValue").orElseThrow());
  }
}
