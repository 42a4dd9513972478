package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.launcher.test.RunningHome.Result;

/// Change sets of features in a running suite: probation, states, restarts, and starts that fail.
class TimeMachineTest {
  private static final List<String[]> LACKING =
      List.<String[]>of(new String[] {"com.example.Nobody", ""});

  private static final String FAILING = "/ext/failing";
  private static final String[] LOOK = {"--set", "org.marquetry.feature.core.quarantine.seconds=1"};

  @TempDir Path scratch;

  @Test
  void changesAreTriedKeptTakenBackAndRolledBack() throws Exception {
    Path home = scratch.resolve("home");
    try (RunningHome suite = RunningHome.start(scratch, home, LOOK)) {
      suite.until(
          "the first state is well", () -> get(suite, "/feature-states").contains("first start"));
      suite.until("it is seen", () -> get(suite, "/feature-states").contains("\"healthy\":true"));

      said(suite.call("feature", "trust", "unsigned", "on"), "unsigned features  ALLOWED");
      said(
          suite.call("feature", "install", live("1.0.0"), "--probation", "600"),
          "on probation until 2");
      said(suite.call("feature", "keep"), "it counts, as state 2");
      said(
          suite.call("feature", "install", live("2.0.0"), "--why", "newer", "--probation", "600"),
          "echo 1.0.0 becomes 2.0.0");
      Result second = suite.call("feature", "swap", "echo");
      assertEquals(1, second.code());
      assertTrue(second.err().contains("another change is on probation"), second.err());
      said(suite.call("feature", "back"), "it was taken back: asked for");
      assertEquals("1.0.0", version(suite, "echo"));

      said(
          suite.call("feature", "install", live("2.0.0"), "--probation", "0.6", "--why", "newer"),
          "on probation");
      suite.until(
          "it counts by itself",
          () -> get(suite, "/feature-changes/last").contains("\"committed\":3"));
      assertTrue(states(suite).startsWith("3     "), states(suite));
      said(suite.call("feature", "compare", "2", "3"), "features        echo: 1.0.0 -> 2.0.0");

      Result profile = suite.call("feature", "plan", "--swap", "profile");
      assertEquals(
          """
          profile 0.1.0 is replaced
            in          org.marquetry.profile.core 0.1.0
            out         org.marquetry.profile.core 0.1.0
          """,
          profile.out());

      both(suite);
      said(suite.call("feature", "rollback", "2", "--probation", "0"), "echo 2.0.0 becomes 1.0.0");
      assertEquals("1.0.0", version(suite, "echo"));
      held(suite);

      said(
          CommandLineTest.install(suite, Path.of(folder(frame("1.0.0").byRestart()))), "it counts");
      said(suite.call("feature", "install", folder(frame("2.0.0").byRestart())), "feature restart");
      assertEquals("1.0.0", version(suite, "frame"));
      restart(suite, 1);
      assertEquals("2.0.0", version(suite, "frame"));
      assertEquals("1.0.0", version(suite, "echo"));
      released(suite);

      said(suite.call("feature", "install", folder(frame("3.0.0").broken())), "feature restart");
      restart(suite, 2);
      suite.suite().untilErr(err -> err.contains("does not start"));
      suite.until(
          "the former state runs", () -> answers(suite) && version(suite, "frame").equals("2.0.0"));
      suite.stop();
    }
    assertFalse(scratch.resolve("home/run/token").toFile().exists());
  }

  /// Two features at once, or none of them.
  private void both(RunningHome suite) throws Exception {
    CommandBundle bad = new CommandBundle("other", "1.0.0", EchoCommand.class, LACKING);
    Path other = new FeatureArchive(bad).folder(scratch.resolve("bad"));
    Result refused =
        suite.call("feature", "change", "--install", live("4.0.0"), "--install", other.toString());
    assertEquals(1, refused.code(), refused.out());
    assertTrue(refused.err().contains("org.marquetry.other 1.0.0 did not register"), refused.err());
    assertEquals("2.0.0", version(suite, "echo"));
    assertEquals("none", version(suite, "other"));
  }

  /// A bundle whose calls fail is stopped after a while.
  private void held(RunningHome suite) throws Exception {
    CommandBundle failing =
        new CommandBundle("failing", "1.0.0", FailingOperation.class, List.of());
    said(suite.call("feature", "install", folder(failing), "--probation", "0"), "it counts");
    suite.until("it is there", () -> suite.ask("GET", FAILING).statusCode() == 500);
    suite.until(
        "it is held",
        () -> {
          for (int i = 0; i < 20; i++) suite.ask("GET", FAILING);
          return get(suite, "/feature-quarantine").contains("org.marquetry.failing 1.0.0");
        });
    suite.until("it is gone", () -> suite.ask("GET", FAILING).statusCode() == 404);
    said(suite.call("feature", "quarantine"), "calls failed, 3 times in a row");
    assertTrue(suite.ready().body().contains("org.marquetry.failing 1.0.0 is held"));
  }

  /// A start changes nothing about that.
  private static void released(RunningHome suite) throws Exception {
    said(suite.call("feature", "quarantine"), "org.marquetry.failing 1.0.0  since");
    assertEquals(404, suite.ask("GET", FAILING).statusCode());
    said(suite.call("feature", "release", "org.marquetry.failing"), "it runs again");
    suite.until("it is back", () -> suite.ask("GET", FAILING).statusCode() == 500);
    said(suite.call("feature", "quarantine"), "no bundle is held");
    said(suite.call("feature", "remove", "failing", "--probation", "0"), "it counts");
  }

  private static void restart(RunningHome suite, int times) throws Exception {
    said(suite.call("feature", "restart"), "the suite starts again");
    suite.suite().untilErr(err -> count(err, "Marquetry starts again") >= times);
    suite.until("ready again", 60, () -> answers(suite));
    suite.until("it is decided which state counts", 60, () -> isDecided(suite));
  }

  private static boolean answers(RunningHome suite) {
    try {
      return suite.has("run/token") && suite.ask("GET", "/feature-states").statusCode() == 200;
    } catch (Exception away) { // its door is closed for a moment
      return false;
    }
  }

  private static boolean isDecided(RunningHome suite) throws Exception {
    Path pointer = suite.home().resolve("data/features/pointer.json");
    return !Files.readString(pointer).contains("\"trial\"");
  }

  private static int count(String text, String part) {
    Matcher m = Pattern.compile(Pattern.quote(part)).matcher(text);
    return (int) m.results().count();
  }

  private String live(String version) throws Exception {
    return folder(new CommandBundle("echo", version, EchoCommand.class, List.of()));
  }

  private static CommandBundle frame(String version) {
    return new CommandBundle("frame", version, EchoCommand.class, List.of());
  }

  private String folder(CommandBundle bundle) throws Exception {
    Path folder = scratch.resolve(bundle.name() + "-" + bundle.version());
    return new FeatureArchive(bundle).folder(folder).toString();
  }

  private static String states(RunningHome suite) throws Exception {
    Result states = suite.call("feature", "states");
    assertEquals(0, states.code(), states.err());
    return states.out();
  }

  private static String get(RunningHome suite, String path) throws Exception {
    return suite.ask("GET", path).body();
  }

  /// The version of a feature that runs, or `none`.
  private static String version(RunningHome suite, String name) throws Exception {
    Matcher version =
        Pattern.compile("\"name\":\"" + name + "\".*?\"version\":\"([^\"]+)\"")
            .matcher(get(suite, "/features"));
    return version.find() ? version.group(1) : "none";
  }

  private static void said(Result result, String part) {
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains(part), result.out());
  }
}
