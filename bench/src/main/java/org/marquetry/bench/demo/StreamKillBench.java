package org.marquetry.bench.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.marquetry.bench.Folders;
import org.marquetry.lib.json.Json;
import org.marquetry.sandbox.core.SandboxPast;

/// Kills a whole suite (SIGKILL) at random moments while the past of its synthetic shop streams in,
/// starts it again on the same home, lets it end, and compares what it holds with what the world
/// told.
public final class StreamKillBench {
  private static final int CUSTOMERS = 2_000;
  private static final long SPREAD = 105_000; // events; the past of so many customers has more
  private static final int LONGEST_MILLIS = 600; // of streaming beyond what is waited for
  private static final int PATIENCE_SECONDS = 400;
  private static final String COME = "come";

  private StreamKillBench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = List.of(arguments);
    int kills = all.contains("--quick") ? 4 : number(all, "--kills", 20);
    Path home = Folders.make("stream").toAbsolutePath();
    Random random = new Random(number(all, "--seed", 1));
    List<Long> come = new ArrayList<>(); // in the journal at each kill
    for (int kill = 0; kill < kills; kill++) {
      Process suite = start(home);
      awaitMore(suite, home, (long) (SPREAD * (kill + random.nextDouble()) / kills));
      if (!suite.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)) {
        suite.destroyForcibly().waitFor();
        come.add(come(home));
      }
    }
    Process last = start(home);
    boolean ended = last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      last.destroyForcibly().waitFor();
    }
    long expected = told(home);
    Path file = home.resolve("held");
    String held = Files.exists(file) ? Files.readString(file).strip() : "";
    boolean clean = ended && held.equals(expected + " " + expected + " " + expected);
    System.out.printf(
        Locale.ROOT,
        "{\"bench\": \"demo-kill\", \"kills\": %d, \"eventsAtKills\": %s, \"told\": %d,"
            + " \"journalWarehouseIds\": \"%s\", \"clean\": %b}%n",
        come.size(),
        come,
        expected,
        held,
        clean);
    if (clean) {
      Folders.delete(home);
    }
    System.exit(clean ? 0 : 1);
  }

  /// Wait until so much has come; the kills spread over the whole past.
  private static void awaitMore(Process suite, Path home, long enough) throws Exception {
    while (come(home) < enough) {
      if (suite.waitFor(50, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private static long come(Path home) throws IOException {
    Path file = home.resolve(COME);
    return Files.exists(file) ? Long.parseLong("0" + Files.readString(file).strip()) : 0;
  }

  private static int number(List<String> all, String name, int otherwise) {
    int at = all.indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(all.get(at + 1));
  }

  private static Process start(Path home) throws IOException {
    Files.deleteIfExists(home.resolve(COME));
    if (Files.isDirectory(home.resolve("cache"))) {
      Folders.delete(home.resolve("cache")); // the framework's own; what it holds is installed anew
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g",
            "--add-modules",
            "jdk.incubator.vector",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            LoadBench.class.getName(),
            "--home",
            home.toString(),
            Integer.toString(CUSTOMERS)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()))
        .start();
  }

  /// How many events the world of this home told.
  private static long told(Path home) throws IOException {
    String today =
        Json.parse(home.resolve("data").resolve("sandbox").resolve("world.json"))
            .asObject()
            .get("setting")
            .asObject()
            .get("today")
            .asString();
    Set<String> ids = new HashSet<>();
    SandboxPast.of(1, CUSTOMERS, 2_000, LocalDate.parse(today), ZoneId.of("Asia/Shanghai"), "CNY")
        .tell(event -> ids.add(event.id()));
    return ids.size();
  }
}
