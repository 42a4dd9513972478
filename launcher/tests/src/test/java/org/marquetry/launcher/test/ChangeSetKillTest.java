package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that changes two features together, again and again: afterwards both are of one
/// version, and no change that counted is lost.
class ChangeSetKillTest {
  private static final int POINTS = Integer.getInteger("marquetry.faults", 1);
  private static final List<String[]> TAKES =
      List.<String[]>of(new String[] {"org.marquetry.feature.api.Features", ""});
  private static final Pattern CURRENT = Pattern.compile("\"current\": (\\d+)");
  private static final Pattern COMMITTED = Pattern.compile("committed (\\d+)\n");
  private static final Pattern VERSION = Pattern.compile("(?m)^\\w+ (\\S+) \\[org\\.marquetry");

  @TempDir Path scratch;

  @Test
  void aKillLeavesOneStateOrTheOther() throws Exception {
    TestRepository suite = TestRepository.withEcho(scratch);
    suite.add(new CommandBundle("twin", "0.1.0", TwinCommand.class, List.of()), "twin");
    suite.add(
        new CommandBundle("changes", "0.1.0", ChangesCommand.class, TAKES),
        "changes",
        "echo",
        "twin");
    String[] words = new String[6];
    Path home = scratch.resolve("home");
    words[0] = "--home";
    words[1] = home.toString();
    words[2] = "changes";
    for (int version = 1; version <= 3; version++) {
      words[2 + version] = both(version + ".0.0").toString();
    }
    Files.createDirectories(home.resolve("data/features"));
    Files.writeString(
        home.resolve("data/features/trust.json"),
        """
        {"format": 1, "keys": {}, "revoked": {}, "seen": {}, "repositories": {}, "unsigned": true, "remote": false}
        """);
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("tests.seed=" + seed);
    Random random = new Random(seed);
    int mixed = 0;
    int lost = 0;
    for (int point = 0; point < POINTS; point++) {
      long said;
      try (Launched changes = Launched.jar(scratch, suite.folder(), Map.of(), words)) {
        until(changes, 2);
        TimeUnit.MICROSECONDS.sleep(random.nextInt(400_000)); // two changes take about as long
        changes.signal("KILL");
        changes.exitCode();
        said = last(COMMITTED, changes.out());
      }
      if (last(CURRENT, Files.readString(home.resolve("data/features/pointer.json"))) < said) {
        lost++;
      }
      try (Launched tell =
          Launched.jar(scratch, suite.folder(), Map.of(), "--home", words[1], "changes", "tell")) {
        assertEquals(0, tell.exitCode(), tell.err());
        List<String> versions = VERSION.matcher(tell.out()).results().map(m -> m.group(1)).toList();
        assertEquals(2, versions.size(), tell.out());
        if (!versions.getFirst().equals(versions.getLast())) {
          mixed++;
          System.out.println("mixed, seed " + seed + ": " + tell.out());
        }
      }
    }
    String result = "{\"points\": %d, \"mixed\": %d, \"lost\": %d}".formatted(POINTS, mixed, lost);
    Files.writeString(Path.of("target/change-set-kill.json"), result + "\n");
    assertEquals("{\"points\": %d, \"mixed\": 0, \"lost\": 0}".formatted(POINTS), result);
  }

  private static void until(Launched changes, int commits) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (COMMITTED.matcher(changes.out()).results().count() < commits) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no change was made: " + changes.err());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static long last(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    long last = 0;
    while (m.find()) {
      last = Long.parseLong(m.group(1));
    }
    return last;
  }

  private Path both(String version) throws Exception {
    TestRepository next = TestRepository.empty(scratch.resolve("version-" + version));
    Path echo = next.add(new CommandBundle("echo", version, EchoCommand.class, List.of()), "echo");
    Files.move(echo, echo.resolveSibling("echo.json"));
    Path twin = next.add(new CommandBundle("twin", version, TwinCommand.class, List.of()), "twin");
    Files.move(twin, twin.resolveSibling("twin.json"));
    return next.folder();
  }
}
