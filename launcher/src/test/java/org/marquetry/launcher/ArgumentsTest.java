package org.marquetry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final List<String> COMMANDS =
      List.of("autopilot", "lab clv", "lab recommend", "run");

  private static Arguments parse(String... words) {
    return Arguments.parse(List.of(words), COMMANDS, List.of("run"));
  }

  @Test
  void aCommandThatRunsOnceReadsItsOwnFlags() {
    Arguments arguments = parse("--home", "/h", "autopilot", "--data", "d", "--home", "x");
    assertEquals("autopilot", arguments.command());
    assertEquals(Optional.of(Path.of("/h")), arguments.home());
    assertEquals(List.of("--data", "d", "--home", "x"), arguments.rest());
  }

  @Test
  void theLongestCommandThatFitsIsTaken() {
    Arguments arguments = parse("lab", "clv", "--transactions", "f");
    assertEquals("lab clv", arguments.command());
    assertEquals(List.of("--transactions", "f"), arguments.rest());
  }

  @Test
  void ourFlagsMayFollowACommandThatStartsTheSuite() {
    Arguments arguments = parse("run", "--home=/h", "--set", "a.b=c=d");
    assertEquals(Optional.of(Path.of("/h")), arguments.home());
    assertEquals(List.of("a.b=c=d"), arguments.settings());
  }

  @Test
  void anUnknownTaskNamesThoseThereAre() {
    Problem problem = assertThrows(Problem.class, () -> parse("lab", "cvl"));
    assertEquals(
        "unknown command \"lab cvl\"; did you mean \"lab clv\"?; there is lab clv, lab recommend",
        problem.getMessage());
    assertEquals(
        "say which: lab clv, lab recommend",
        assertThrows(Problem.class, () -> parse("lab")).getMessage());
  }
}
