package org.marquetry.settings.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoggersTest {
  @Test
  void packagesOfTheBundlesNameAreTheBundle() {
    assertEquals(
        Set.of("com.example.hooks"),
        Loggers.of(
            "com.example.hooks",
            List.of("com/example/hooks/a/A.class", "org/marquetry/lib/json/Json.class")));
  }

  @Test
  void otherwiseTheTopmostPackagesCount() {
    assertEquals(
        Set.of("ch.x", "ch.y.z"),
        Loggers.of(
            "a-library",
            List.of("ch/x/A.class", "ch/x/b/B.class", "ch/y/z/C.class", "module-info.class")));
    assertEquals(Set.of("empty"), Loggers.of("empty", List.of()));
  }
}
