package org.marquetry.platform.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class GateSettingsTest {
  @Test
  void absentPropertiesGiveTheDefaults() {
    assertEquals(
        new GateSettings(5_000_000_000L, 2_000_000_000L, false), GateSettings.from(_ -> null));
  }

  @Test
  void propertiesAreRead() {
    var properties =
        Map.of(
            "marquetry.gate.drain.millis", "10",
            "marquetry.gate.grace.millis", " 0 ",
            "marquetry.gate.proxies", "reflective");
    assertEquals(new GateSettings(10_000_000L, 0, true), GateSettings.from(properties::get));
  }

  @Test
  void badValueIsNamed() {
    assertBad("marquetry.gate.grace.millis", "soon", "a whole number, got 'soon'");
    assertBad("marquetry.gate.drain.millis", "-1", "between 0 and 60000, got '-1'");
    assertBad("marquetry.gate.proxies", "fast", "generated or reflective, got 'fast'");
  }

  private static void assertBad(String name, String value, String rule) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> GateSettings.from(asked -> asked.equals(name) ? value : null));
    assertEquals("framework property " + name + " must be " + rule, e.getMessage());
  }
}
