package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
  @TempDir Path scratch;

  private Launched echo(String... words) throws Exception {
    return Launched.jar(scratch, TestRepository.withEcho(scratch).folder(), Map.of(), words);
  }

  @Test
  void aCommandOfABundleRunsInATemporaryHomeThatIsGoneAfterwards() throws Exception {
    try (Launched echo = echo("echo", "a", "--b")) {
      assertEquals(2, echo.exitCode(), echo.err());
      List<String> lines = echo.out().lines().toList();
      assertEquals("a+--b", lines.getFirst());
      assertEquals(4, lines.size(), "standard output carries results only: " + echo.out());
      assertTrue(lines.get(1).endsWith("/tmp"), lines.get(1));
      assertFalse(
          Files.exists(Path.of(lines.get(1)).getParent()),
          "the temporary home is still there: " + lines.get(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSignalCancelsTheCommandAndDeletesTheTemporaryHome(String signal, int code)
      throws Exception {
    try (Launched echo = echo("echo", "wait")) {
      echo.untilErr(err -> err.contains("waiting"));
      echo.signal(signal);
      assertEquals(code, echo.exitCode(), echo.err());
      assertTrue(echo.err().contains("cancelled"), echo.err());
      try (Stream<Path> left = Files.list(scratch)) {
        assertEquals(
            0,
            left.filter(
                    p -> p.getFileName().toString().matches("marquetry.*") && Files.isDirectory(p))
                .count());
      }
    }
  }

  @Test
  void aCommandThatDoesNotComeIsExplained() throws Exception {
    TestRepository repository = TestRepository.withEcho(scratch);
    var lacking = List.<String[]>of(new String[] {"com.example.Nobody", ""});
    repository.add(new CommandBundle("lost", "0.1.0", EchoCommand.class, lacking), "lost");
    try (Launched echo = Launched.jar(scratch, repository.folder(), Map.of(), "lost")) {
      assertEquals(1, echo.exitCode());
      assertTrue(echo.err().contains("EchoCommand waits for com.example.Nobody"), echo.err());
    }
  }

  @Test
  void theSuiteStartsRefusesASecondOneOnItsHomeAndDrainsOnSigterm() throws Exception {
    Path home = scratch.resolve("home");
    try (Launched suite =
        Launched.jar(
            scratch,
            Launched.REPOSITORY,
            Map.of(),
            "run",
            "--port",
            freePort(),
            "--home",
            home.toString())) {
      suite.untilErr(err -> err.contains("Marquetry is running"));
      assertFalse(suite.err().contains("did not start"), suite.err());
      try (Launched second =
          Launched.jar(
              scratch,
              Launched.REPOSITORY,
              Map.of("MARQUETRY_HOME", home.toString()),
              "run",
              "--port",
              "0")) {
        assertEquals(1, second.exitCode());
        assertTrue(
            second.err().contains("in use by process " + suite.pid() + " (marquetry run), since 2"),
            second.err());
      }
      suite.signal("TERM");
      assertEquals(143, suite.exitCode());
    }
    assertTrue(Files.size(home.resolve("log/marquetry.json")) > 0);
    try (Launched again =
        Launched.jar(
            scratch,
            Launched.REPOSITORY,
            Map.of(),
            "run",
            "--port=" + freePort(),
            "--home=" + home)) {
      again.untilErr(err -> err.contains("Marquetry is running"));
      again.signal("TERM");
      assertEquals(143, again.exitCode());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ehco|unknown command \"ehco\"; did you mean \"echo\"?",
        "--hoem x|unknown flag \"--hoem\"; did you mean \"--home\"?",
        "run --prot 1|unknown flag \"--prot\"; did you mean \"--port\"?",
        "run --home|--home needs a value",
        "run --set echo.loud=1|unknown key \"echo.loud\"",
        "run --set echo.loudness=12|--set echo.loudness must be at least 1 and at most 11, got 12"
      })
  void aWrongCommandLineSaysWhatIsWrong(String words, String message) throws Exception {
    try (Launched echo = echo(words.split(" ", -1))) {
      assertEquals(2, echo.exitCode());
      assertTrue(echo.err().contains(message), echo.err());
      assertEquals("", echo.out());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"echo\": {\"loudness\": 3,}}|line 1, column 25: expected a name in double quotes",
        "{\"echo\": {\"loudnes\": 3}}|line 1, column 11: unknown key \"loudnes\" of \"echo\"; did"
            + " you mean \"loudness\"?",
        "{\"ecko\": {}}|line 1, column 2: unknown component \"ecko\"; did you mean \"echo\"?",
        "{\"echo\": {\"loudness\": \"3\"}}|line 1, column 23: \"loudness\" must be a whole number,"
            + " got a string",
        "[]|line 1, column 1: expected an object"
      })
  void aBrokenFileInEtcIsNamedWithItsPlace(String json, String message) throws Exception {
    Path etc = Files.createDirectories(scratch.resolve("home/etc"));
    Files.writeString(etc.resolve("shop.json"), json);
    try (Launched echo = echo("--home", scratch.resolve("home").toString(), "echo")) {
      assertEquals(2, echo.exitCode());
      assertTrue(echo.err().contains(etc.resolve("shop.json") + ", " + message), echo.err());
    }
  }

  @Test
  void flagsWinOverVariablesAndVariablesOverFiles() throws Exception {
    Path home = scratch.resolve("home");
    Path etc = Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        etc.resolve("shop.json"), "{\"echo\": {\"loudness\": 3, \"voice\": \"file\"}}");
    Path repository = TestRepository.withEcho(scratch).folder();
    Map<String, String> variable = Map.of("MARQUETRY_ECHO_LOUDNESS", "4");
    assertEquals("loudness 3, voice file", lastLine(repository, Map.of(), home));
    assertEquals("loudness 4, voice file", lastLine(repository, variable, home));
    assertEquals(
        "loudness 5, voice file", lastLine(repository, variable, home, "--set", "echo.loudness=5"));
    Files.writeString(etc.resolve("shop.json"), "{\"echo\": {\"voice\": \"edited\"}}");
    assertEquals("loudness null, voice edited", lastLine(repository, Map.of(), home));
  }

  private String lastLine(
      Path repository, Map<String, String> environment, Path home, String... flags)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("--home", home.toString()));
    words.addAll(List.of(flags));
    words.add("echo");
    try (Launched echo =
        Launched.jar(scratch, repository, environment, words.toArray(String[]::new))) {
      assertEquals(0, echo.exitCode(), echo.err());
      return echo.out().lines().toList().getLast();
    }
  }

  @Test
  void anUnknownVariableIsAnErrorWithASuggestion() throws Exception {
    try (Launched echo =
        Launched.jar(
            scratch,
            TestRepository.withEcho(scratch).folder(),
            Map.of("MARQUETRY_ECHO_LOUDNES", "3"),
            "echo")) {
      assertEquals(2, echo.exitCode());
      assertTrue(
          echo.err().contains("MARQUETRY_ECHO_LOUDNES; did you mean \"MARQUETRY_ECHO_LOUDNESS\"?"),
          echo.err());
    }
  }

  @Test
  void helpListsTheCommandsOfTheFeatures() throws Exception {
    try (Launched help = echo("--help")) {
      assertEquals(0, help.exitCode());
      assertTrue(help.out().contains("  echo ") && help.out().contains("  run "), help.out());
    }
  }

  @Test
  void theScriptPassesOverAnOldJdk() throws Exception {
    Path old = Files.createDirectories(scratch.resolve("jdk17"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    try (Launched help = Launched.script(scratch, Map.of("JAVA_HOME", old.toString()), "--help")) {
      assertEquals(0, help.exitCode(), help.err());
      assertTrue(help.out().contains("Commands:"), help.out());
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  @Test
  void aPortThatIsInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Launched run =
            Launched.jar(
                scratch,
                Launched.REPOSITORY,
                Map.of(),
                "run",
                "--home",
                scratch + "/home",
                "--port",
                "" + taken.getLocalPort())) {
      assertEquals(1, run.exitCode());
      assertTrue(
          run.err().contains("cannot listen on 127.0.0.1:" + taken.getLocalPort()), run.err());
    }
  }

  @Test
  void theScriptLeavesNoTemporaryFolderBehind() throws Exception {
    Path temporary = Files.createDirectories(scratch.resolve("t"));
    Map<String, String> environment = Map.of("TMPDIR", temporary.toString());
    try (Launched wrong = Launched.script(scratch, environment, "no-such-command")) {
      assertEquals(2, wrong.exitCode(), wrong.err());
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aHomeThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(scratch.resolve("not-a-folder"), "");
    try (Launched run =
        Launched.jar(scratch, Launched.REPOSITORY, Map.of(), "run", "--home", file.toString())) {
      assertEquals(1, run.exitCode());
      assertTrue(run.err().contains("cannot write in the home " + file), run.err());
    }
  }
}
