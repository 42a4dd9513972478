package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ImportRestTest {
  private static final Instant AT = Instant.parse("2026-11-29T09:00:00Z");

  @Test
  void isToldByHowFastItWent() {
    ImportRest rest = new ImportRest();
    assertEquals(OptionalLong.empty(), rest.after("load", 0.2, AT));
    assertEquals(OptionalLong.empty(), rest.after("load", 0.21, AT.plusSeconds(10)));
    assertEquals(OptionalLong.of(50), rest.after("load", 0.6, AT.plusSeconds(50)));
  }

  @Test
  void anotherStepBeginsAnew() {
    ImportRest rest = new ImportRest();
    rest.after("read", 0.2, AT);
    rest.after("read", 0.9, AT.plusSeconds(10));
    assertEquals(OptionalLong.empty(), rest.after("load", 0.1, AT.plusSeconds(11)));
    assertEquals(OptionalLong.of(4), rest.after("load", 0.8, AT.plusSeconds(25)));
  }
}
