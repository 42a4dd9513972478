package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.launcher.test.RunningHome.Result;
import org.marquetry.lib.feature.IndexSignature;
import org.marquetry.lib.feature.RepositoryIndex;
import org.marquetry.lib.feature.SigningKey;

/// `status` and `feature ...` against a suite that runs as a process.
class CommandLineTest {
  @TempDir Path scratch;

  @Test
  void featuresComeChangeAndGoWhileTheSuiteRuns() throws Exception {
    Path home = scratch.resolve("home");
    try (RunningHome suite = RunningHome.start(scratch, home)) {
      Result status = suite.call("status");
      assertEquals(0, status.code(), status.err());
      assertTrue(
          status.out().contains(" is ready at http://127.0.0.1:" + suite.port()), status.out());
      assertTrue(status.out().contains("process  " + suite.suite().pid() + ", since 2"));
      assertTrue(status.out().contains("health   OK"), status.out());
      assertTrue(status.out().contains("suite 0.1.0") && status.out().contains(" active"));

      refused(
          1,
          "echo-0.1.0.zip is not signed: nobody vouches for it",
          suite.call("feature", "install", zip("0.1.0").toString()));
      said(suite.call("feature", "trust", "unsigned", "on"), "unsigned features  ALLOWED");
      said(
          install(suite, zip("0.1.0")), "echo 0.1.0 is new, signed by nobody\n1 bundles in, 0 out");
      assertTrue(list(suite).contains("echo         0.1.0  1 bundles, installed into the home"));
      said(
          suite.call("feature", "plan", "--install", folder("0.2.0").toString()),
          "echo 0.1.0 becomes 0.2.0, signed by nobody\n  in          org.marquetry.echo 0.2.0");
      said(install(suite, scratch.resolve("echo-0.2.0")), "out  org.marquetry.echo 0.1.0");
      said(
          suite.call("feature", "swap", "echo", "--probation", "0"),
          "in   org.marquetry.echo 0.2.0");

      refusals(suite);
      assertTrue(list(suite).contains("echo         0.2.0"), "the old version goes on");
      aBrokenExtraIsAWarning(suite);
      suite.stop();
      assertFalse(suite.has("run/token") || suite.has("run/address"), "no key outlives the suite");
    }
    try (RunningHome again = RunningHome.start(scratch, home)) {
      assertTrue(list(again).contains("echo         0.2.0"), "kept over a restart");
      said(remove(again, "echo"), "echo 0.2.0 goes");
      assertFalse(list(again).contains("echo "));
      Result twice = remove(again, "echo");
      assertEquals(2, twice.code());
      assertTrue(twice.err().contains("no feature \"echo\" runs; there are ["), twice.err());
      new ProcessBuilder("kill", "-KILL", "" + again.suite().pid()).start().waitFor();
      again.suite().exitCode();
      assertTrue(again.has("run/token"), "nobody tidied up");
      Result dead = again.call("status");
      assertEquals(1, dead.code());
      assertTrue(dead.err().contains("no suite runs on the home " + home), dead.err());
    }
  }

  private void refusals(RunningHome suite) throws Exception {
    CommandBundle broken = new CommandBundle("echo", "0.4.0", BrokenCommand.class, List.of());
    refused(
        1,
        "org.marquetry.echo 0.4.0 cannot activate",
        suite.call("feature", "install", archive(broken).folder(scratch.resolve("b")).toString()));
    var lacking = List.<String[]>of(new String[] {"com.example.Nobody", ""});
    CommandBundle waiting = new CommandBundle("echo", "0.5.0", EchoCommand.class, lacking);
    refused(
        1,
        "did not register [org.marquetry.platform.api.command.Command] within 5 s",
        suite.call("feature", "install", archive(waiting).folder(scratch.resolve("w")).toString()));
    Path claiming =
        archive(echo("0.6.0")).folderAs(scratch.resolve("r"), "org.marquetry:shop.api:0.1.0");
    refused(
        1,
        "a bundle of the feature platform, which the suite published",
        suite.call("feature", "install", claiming.toString()));
    refused(
        1, "the suite came with feature recommend", suite.call("feature", "remove", "recommend"));
    refused(
        2,
        "there is no " + scratch + "/x.json",
        suite.call("feature", "install", scratch + "/x.json"));
    Path text = Files.writeString(scratch.resolve("text.json"), "{\"id\": 1}");
    refused(
        2,
        text + ", line 1, column 8: expected a string, got a number",
        suite.call("feature", "install", text.toString()));
    Path empty = Files.createDirectories(scratch.resolve("nothing"));
    refused(
        2, empty + " holds no feature file", suite.call("feature", "install", empty.toString()));
    Path noZip = Files.writeString(scratch.resolve("no.zip"), "text");
    refused(
        2, noZip + " is no feature archive", suite.call("feature", "install", noZip.toString()));
    Path jarless = folder("0.7.0");
    Files.delete(jarless.resolve("echo-0.7.0.jar"));
    refused(
        2,
        "neither org.marquetry.echo-0.7.0.jar nor echo-0.7.0.jar lies beside",
        suite.call("feature", "install", jarless.toString()));
    refused(2, "NAME is missing", suite.call("feature", "swap"));
    refused(2, "did you mean \"--json\"?", suite.call("status", "--jsno"));
  }

  /// A bundle that is no part of the frame may be broken: a warning, and the suite stays ready.
  private void aBrokenExtraIsAWarning(RunningHome suite) throws Exception {
    var lacking = List.<String[]>of(new String[] {"com.example.Nobody", ""});
    CommandBundle extra =
        new CommandBundle("extra", "1.0.0", EchoCommand.class, lacking, false, "live");
    said(install(suite, archive(extra).folder(scratch.resolve("e"))), "extra 1.0.0 is new");
    Result status = suite.call("status");
    assertTrue(
        status.out().contains("WARN extra: EchoCommand waits for com.example.Nobody"),
        status.out());
    assertTrue(status.out().contains(" is ready at "), status.out());
    assertEquals(200, suite.ready().statusCode());
    assertTrue(
        RunningHome.get("http://127.0.0.1:" + (suite.port() + 1) + "/metrics")
            .body()
            .contains("\nmarquetry_health{check=\"extra\"} 1\n"));
    said(remove(suite, "extra"), "extra 1.0.0 goes");
    suite.until("health is OK again", () -> suite.call("status").out().contains("health   OK"));
  }

  @Test
  void thePageForOperatorsNamesEveryCommandOfTheHelp() throws Exception {
    Result help = RunningHome.call(scratch, "--help");
    assertEquals(0, help.code(), help.err());
    String page = Files.readString(Launched.ROOT.resolve("docs/operators/command-line.md"));
    List<String> commands =
        help.out()
            .lines()
            .dropWhile(l -> !l.equals("Commands:"))
            .skip(1)
            .takeWhile(l -> !l.isBlank())
            .map(l -> l.strip().split(" {2,}", 2)[0])
            .toList();
    assertTrue(commands.containsAll(List.of("run", "status", "feature install")), help.out());
    for (String command : commands) {
      String named = command.startsWith("lab ") ? "lab ..." : command;
      assertTrue(page.contains("`" + named), "the page does not name " + command);
    }
  }

  /// Key, publication and signature need no suite; the signature holds.
  @Test
  void aPublisherNeedsNoSuite() throws Exception {
    String key = scratch.resolve("acme.key").toString();
    said(
        RunningHome.call(scratch, "key", "new", "--name", "Acme", "--out", key),
        "feature trust add MC");
    refused(
        1,
        "a key is never overwritten",
        RunningHome.call(scratch, "key", "new", "--name", "Acme", "--out", key));
    Path shelf = scratch.resolve("shelf");
    said(
        RunningHome.call(
            scratch,
            "key",
            "publish",
            folder("0.1.0").toString(),
            "--key",
            key,
            "--to",
            "" + shelf),
        "index 1 of 2 files, signed by Acme");
    said(
        RunningHome.call(scratch, "key", "sign", shelf.toString(), "--key", key),
        "index 2 of 2 files, signed by Acme");
    byte[] index = Files.readAllBytes(shelf.resolve("index.json"));
    assertTrue(
        IndexSignature.read(Files.readAllBytes(shelf.resolve("index.json.sig")))
            .isOf(SigningKey.read(Path.of(key)).publicKey(), index));
    assertEquals(2, RepositoryIndex.read(index).version());
  }

  @Test
  void withoutASuiteTheHomeIsNamed() throws Exception {
    Path home = scratch.resolve("home");
    Result none = RunningHome.call(scratch, "status", "--home", home.toString());
    assertEquals(1, none.code());
    assertTrue(
        none.err()
            .contains(
                "no suite runs on the home " + home + "; start it with `launcher/marquetry run`"),
        none.err());
  }

  @Test
  void aTokenThatCannotBeReadIsNamed() throws Exception {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    Path run = Files.createDirectories(scratch.resolve("home/run"));
    Files.writeString(run.resolve("address"), "http://127.0.0.1:1");
    Path token = Files.writeString(run.resolve("token"), "run_x");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("---------"));
    Result hidden = RunningHome.call(scratch, "status", "--home", scratch + "/home");
    assertEquals(1, hidden.code());
    assertTrue(hidden.err().contains("cannot read " + token), hidden.err());
    assertTrue(hidden.err().contains("as the user who started it"), hidden.err());
  }

  /// Install for good, without probation.
  static Result install(RunningHome suite, Path file) throws Exception {
    return suite.call("feature", "install", file.toString(), "--probation", "0");
  }

  private static Result remove(RunningHome suite, String name) throws Exception {
    return suite.call("feature", "remove", name, "--probation", "0");
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

  private static void refused(int code, String part, Result result) {
    assertTrue(result.err().contains(part), result.err() + result.out());
    assertEquals(code, result.code(), result.err());
    assertEquals("", result.out());
  }

  private static CommandBundle echo(String version) {
    return new CommandBundle("echo", version, EchoCommand.class, List.of());
  }

  private static FeatureArchive archive(CommandBundle bundle) {
    return new FeatureArchive(bundle);
  }

  private Path zip(String version) throws Exception {
    return archive(echo(version)).zip(scratch.resolve("echo-" + version + ".zip"));
  }

  private Path folder(String version) throws Exception {
    return archive(echo(version)).folder(scratch.resolve("echo-" + version));
  }
}
