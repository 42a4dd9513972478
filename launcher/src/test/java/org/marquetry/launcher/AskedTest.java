package org.marquetry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedTest {
  private static Asked asked(String command, String... words) {
    Arguments arguments =
        new Arguments(command, Optional.empty(), List.of(), false, false, false, List.of(words));
    return Asked.of(command, Questions.ALL.get(command), arguments);
  }

  @Test
  void operandsAndFlagsStandInAnyOrder() {
    Asked asked =
        asked(
            "source add",
            "--column",
            "a=order",
            "Orders",
            "--column=b=c=amount",
            "--home",
            "/h",
            "--json");
    assertEquals("Orders", asked.operand(0));
    assertEquals(List.of("a=order", "b=c=amount"), asked.values("--column"));
    assertEquals(Optional.of(Path.of("/h")), asked.home());
    assertTrue(asked.json());
    assertEquals("?search=red%20tea&limit=5", query("--search", "red tea", "--limit=5"));
    assertEquals("", query());
  }

  @Test
  void anOperandInBracketsMayBeLeftOutOrComeAgain() {
    assertEquals(List.of("c"), asked("settings set", "c", "--secret", "k").operands());
    assertEquals(3, asked("settings set", "c", "a=1", "b=2").operands().size());
    assertThrows(Problem.class, () -> asked("settings set", "--secret", "k"));
  }

  private static String query(String... words) {
    return asked("catalogue list", words).query();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertEquals(
        "RULE is missing: launcher/marquetry quality speak RULE", refused("quality speak"));
    assertEquals("--until needs a value after it", refused("quality silence", "r", "--until"));
    assertTrue(refused("quality rows", "r", "--limt", "3").contains("did you mean \"--limit\"?"));
    assertTrue(refused("source list", "x").contains("unknown word \"x\""));
  }

  private static String refused(String command, String... words) {
    return assertThrows(Problem.class, () -> asked(command, words)).getMessage();
  }
}
