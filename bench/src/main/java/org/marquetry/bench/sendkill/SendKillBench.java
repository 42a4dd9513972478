package org.marquetry.bench.sendkill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.marquetry.bench.Folders;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Kills a whole suite (SIGKILL) again and again while a campaign goes out over SMTP, starts it
/// again on the same home, and compares what the mail server got with what the campaign says.
public final class SendKillBench {
  private static final int PATIENCE_SECONDS = 300;
  private static final double SENDING_SECONDS = 150; // of all mails, without starts

  private SendKillBench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = List.of(arguments);
    boolean quick = all.contains("--quick");
    int people = quick ? 2_000 : 20_000;
    int kills = quick ? 8 : number(all, "--kills", 100);
    Path home = Folders.make("sendkill").toAbsolutePath();
    Random random = new Random(number(all, "--seed", 1));
    double rate = people / (quick ? 15 : SENDING_SECONDS) / SendingSuite.CONNECTIONS;
    int done = 0;
    int unknownMax = 0;
    int before = 0;
    try (Counter counter = new Counter()) {
      for (int kill = 0; kill < kills; kill++) {
        Process suite = start(home, counter, people, rate);
        int enough = (int) (people * 0.9 * (kill + random.nextDouble()) / kills);
        if (killed(suite, home, counter, enough)) {
          done++;
        }
        int unknown = noted(home).map(n -> number(n, "unknown")).orElse(0);
        unknownMax = Math.max(unknownMax, unknown - before);
        before = unknown;
      }
      Process last = start(home, counter, people, rate);
      if (!last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        last.destroyForcibly().waitFor();
      }
      JsonObject end = noted(home).orElseThrow();
      unknownMax = Math.max(unknownMax, number(end, "unknown") - before);
      boolean clean = tell(counter, end, done, unknownMax);
      if (clean) {
        Folders.delete(home);
      }
      System.exit(clean ? 0 : 1);
    }
  }

  private static boolean tell(Counter counter, JsonObject end, int kills, int unknownMax) {
    Set<String> planned = people(end, "planned");
    Set<String> unknown = people(end, "unknownPeople");
    long doubled = counter.got.values().stream().filter(n -> n > 1).count();
    long skipped =
        planned.stream()
            .filter(p -> !counter.got.containsKey(p + "@shop.example") && !unknown.contains(p))
            .count();
    long strangers =
        counter.got.keySet().stream()
            .filter(to -> !planned.contains(to.replace("@shop.example", "")))
            .count();
    boolean clean =
        doubled == 0
            && skipped == 0
            && strangers == 0
            && unknownMax <= SendingSuite.CONNECTIONS
            && end.get("state").asString().equals("SENT")
            && !planned.isEmpty();
    System.out.printf(
        Locale.ROOT,
        "{\"bench\": \"send-kill\", \"kills\": %d, \"planned\": %d, \"delivered\": %d, \"doubled\":"
            + " %d, \"skipped\": %d, \"strangers\": %d, \"unknown\": %d, \"unknownMax\": %d,"
            + " \"openConnections\": %d, \"sent\": %d, \"clean\": %b}%n",
        kills,
        planned.size(),
        counter.got.size(),
        doubled,
        skipped,
        strangers,
        unknown.size(),
        unknownMax,
        SendingSuite.CONNECTIONS,
        number(end, "sent"),
        clean);
    return clean;
  }

  /// Wait until so many have got it and the suite has said what the kill before left unknown, then
  /// kill; false: it had ended by itself.
  private static boolean killed(Process suite, Path home, Counter counter, int enough)
      throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while ((counter.got.size() < enough || noted(home).isEmpty()) && System.nanoTime() < patience) {
      if (suite.waitFor(20, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    suite.destroyForcibly().waitFor();
    return true;
  }

  private static java.util.Optional<JsonObject> noted(Path home) throws IOException {
    Path file = home.resolve(SendingSuite.NOTED);
    return Files.exists(file)
        ? java.util.Optional.of(Json.parse(file).asObject())
        : java.util.Optional.empty();
  }

  private static int number(JsonObject noted, String name) {
    return noted.get(name).asInt();
  }

  private static Set<String> people(JsonObject noted, String name) {
    Set<String> all = new HashSet<>();
    noted.get(name).asArray().values().stream().map(JsonValue::asString).forEach(all::add);
    return all;
  }

  private static int number(List<String> all, String name, int otherwise) {
    int at = all.indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(all.get(at + 1));
  }

  private static Process start(Path home, Counter counter, int people, double rate)
      throws IOException {
    Files.deleteIfExists(home.resolve(SendingSuite.NOTED));
    if (Files.isDirectory(home.resolve("cache"))) {
      Folders.delete(home.resolve("cache")); // the framework's own; what it holds is installed anew
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "--add-modules",
            "jdk.incubator.vector",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SendingSuite.class.getName(),
            home.toString(),
            Integer.toString(counter.port()),
            Integer.toString(people),
            String.format(Locale.ROOT, "%.2f", rate)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()))
        .start();
  }
}
