package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSwapTest {
  private static final List<String[]> TAKES =
      List.of(
          new String[] {"org.marquetry.feature.api.Features", ""},
          new String[] {"org.marquetry.platform.api.command.Command", "(marquetry.provider=echo)"});

  @TempDir Path scratch;

  @Test
  void swapsUnderLoadFailNoCallAndABrokenReleaseIsRefused() throws Exception {
    TestRepository suite = TestRepository.withEcho(scratch);
    suite.add(
        new CommandBundle("swap-echo", "0.1.0", SwapCommand.class, TAKES), "swap-echo", "echo");
    TestRepository other = TestRepository.empty(scratch.resolve("other"));
    Path next = other.add(new CommandBundle("echo", "0.2.0", EchoCommand.class, List.of()), "echo");
    Path last = other.add(new CommandBundle("echo", "0.3.0", EchoCommand.class, List.of()), "echo");
    TestRepository bad = TestRepository.empty(scratch.resolve("broken"));
    Path broken =
        bad.add(new CommandBundle("echo", "0.4.0", BrokenCommand.class, List.of()), "echo");
    Path damaged = damaged();
    String home = scratch.resolve("home").toString();
    Path trust = Files.createDirectories(scratch.resolve("home/data/features"));
    Files.writeString(
        trust.resolve("trust.json"),
        """
        {"format": 1, "keys": {}, "revoked": {}, "seen": {}, "repositories": {}, "unsigned": true, "remote": false}
        """);

    try (Launched swap =
        Launched.jar(
            scratch,
            suite.folder(),
            Map.of(),
            "--home",
            home,
            "swap-echo",
            "20",
            next.toString(),
            broken.toString(),
            damaged.toString(),
            last.toString())) {
      assertEquals(0, swap.exitCode(), swap.err());
      assertEquals(
          "refused 10, failed 0, called true, now echo of bundle 0.3.0\n", swap.out(), swap.err());
      assertTrue(swap.err().contains("org.marquetry.echo 0.4.0 cannot activate"), swap.err());
      assertTrue(
          swap.err().contains("is damaged: its SHA-256 is not that of the index"), swap.err());
    }

    try (Launched echo = Launched.jar(scratch, suite.folder(), Map.of(), "--home", home, "echo")) {
      assertEquals(0, echo.exitCode(), echo.err());
      assertTrue(
          echo.out().contains("echo of bundle 0.3.0"),
          "what was installed is still there after a restart: " + echo.out());
    }
  }

  private Path damaged() throws Exception {
    TestRepository repository = TestRepository.empty(scratch.resolve("damaged"));
    Path file =
        repository.add(new CommandBundle("echo", "0.5.0", EchoCommand.class, List.of()), "echo");
    Files.writeString(
        repository.folder().resolve("index.xml"),
        """
        <repository xmlns="http://www.osgi.org/xmlns/repository/v1.0.0"><resource><capability namespace="osgi.content">
        <attribute name="osgi.content" value="00"/><attribute name="url" value="bundles/org.marquetry.echo-0.5.0.jar"/>
        </capability></resource></repository>
        """);
    return file;
  }
}
