package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @TempDir Path scratch;

  @Test
  void changesAreTriedKeptTakenBackAndRolledBack() throws Exception {
    Path home = scratch.resolve("home");
    try (RunningHome suite = RunningHome.start(scratch, home)) {
      suite.until("the first state is well", () -> states(suite).contains("first start"));
      suite.until("it is seen", () -> !states(suite).contains("never seen to run well"));

      said(suite.call("feature", "trust", "unsigned", "on"), "unsigned features  ALLOWED");
      said(suite.call("feature", "install", live("1.0.0")), "on probation until 2");
      said(suite.call("feature", "keep"), "it counts, as state 2");
      said(
          suite.call("feature", "install", live("2.0.0"), "--why", "newer"),
          "echo 1.0.0 becomes 2.0.0");
      Result second = suite.call("feature", "swap", "echo");
      assertEquals(1, second.code());
      assertTrue(second.err().contains("another change is on probation"), second.err());
      said(suite.call("feature", "back"), "it was taken back: asked for");
      assertTrue(list(suite).contains("echo         1.0.0"), list(suite));

      said(
          suite.call("feature", "install", live("2.0.0"), "--probation", "0.6", "--why", "newer"),
          "on probation");
      suite.until(
          "it counts by itself",
          () -> suite.call("feature", "last").out().contains("it counts, as state 3"));
      assertTrue(states(suite).startsWith("3     "), states(suite));
      said(suite.call("feature", "compare", "2", "3"), "features        echo: 1.0.0 -> 2.0.0");

      both(suite);
      said(suite.call("feature", "rollback", "2", "--probation", "0"), "echo 2.0.0 becomes 1.0.0");
      assertTrue(list(suite).contains("echo         1.0.0"), list(suite));

      said(suite.call("feature", "install", folder(frame("1.0.0").byRestart())), "on probation");
      said(suite.call("feature", "keep"), "it counts");
      said(suite.call("feature", "install", folder(frame("2.0.0").byRestart())), "feature restart");
      assertTrue(list(suite).contains("frame        1.0.0"), "not before the restart");
      restart(suite, 1);
      assertTrue(list(suite).contains("frame        2.0.0"), list(suite));
      assertTrue(list(suite).contains("echo         1.0.0"), list(suite));

      said(suite.call("feature", "install", folder(frame("3.0.0").broken())), "feature restart");
      restart(suite, 2);
      suite.suite().untilErr(err -> err.contains("does not start"));
      suite.until("the former state runs", () -> list(suite).contains("frame        2.0.0"));
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
    assertTrue(list(suite).contains("echo         2.0.0"), list(suite));
    assertFalse(list(suite).contains("other"), list(suite));
  }

  private static void restart(RunningHome suite, int times) throws Exception {
    said(suite.call("feature", "restart"), "the suite starts again");
    suite.suite().untilErr(err -> count(err, "Marquetry starts again") >= times);
    suite.until("ready again", 60, () -> answers(suite));
  }

  private static boolean answers(RunningHome suite) {
    try {
      return suite.has("run/token") && suite.ask("GET", "/feature-states").statusCode() == 200;
    } catch (Exception away) { // its door is closed for a moment
      return false;
    }
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

  private static String list(RunningHome suite) throws Exception {
    Result list = suite.call("feature", "list");
    assertEquals(0, list.code(), list.err());
    return list.out();
  }

  private static void said(Result result, String part) {
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains(part), result.out());
  }
}
