package org.marquetry.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathTemplateTest {
  @Test
  void aPlainAddressIsOnlyItself() {
    PathTemplate plain = new PathTemplate("customers");
    assertEquals("customers", plain.base());
    assertTrue(plain.matches("customers"));
    assertFalse(plain.matches("customers/c1"));
    assertFalse(plain.matches(""));
  }

  @Test
  void aNeededParameterIsNeeded() {
    PathTemplate one = new PathTemplate("customers/:customer");
    assertEquals("customers", one.base());
    assertTrue(one.matches("customers/c1"));
    assertFalse(one.matches("customers"));
    assertFalse(one.matches("products/c1"));
  }

  @Test
  void anotherMayBeLeftOut() {
    PathTemplate maybe = new PathTemplate("figures/:figure?");
    assertTrue(maybe.matches("figures"));
    assertTrue(maybe.matches("figures/orders"));
    assertFalse(maybe.matches("figures/orders/more"));
  }
}
