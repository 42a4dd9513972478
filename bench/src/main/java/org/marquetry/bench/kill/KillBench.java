package org.marquetry.bench.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.marquetry.bench.Folders;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.journal.FileJournal;

/// Kills [Appender] at random moments and keeps what it acknowledged; in the end reads the journal
/// and counts what is missing and what is there twice. Between kills the last events, acknowledged
/// ones and those on their way, are sent again, as a sender does that got no answer.
public final class KillBench {
  private static final int AGAIN = 50;

  private final Path folder;
  private final Random random = new Random(1);
  private final Set<String> acked = new HashSet<>();
  private final List<String> lastAcked = new ArrayList<>();
  private final Map<String, Integer> reached = new HashMap<>(); // per thread of the last run
  private int lost;
  private double slowest;

  private KillBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    int kills = List.of(arguments).contains("--quick") ? 20 : 200;
    Path folder = Folders.make("kill");
    boolean clean = new KillBench(folder).run(kills);
    if (clean) {
      Folders.delete(folder);
    }
    System.exit(clean ? 0 : 1);
  }

  private boolean run(int kills) throws IOException {
    for (int kill = 0; kill < kills; kill++) {
      Files.write(folder.resolve("resend"), again());
      lastAcked.clear();
      reached.clear();
      runAndKill(kill);
    }
    Map<String, Integer> stored = stored();
    lost += (int) acked.stream().filter(id -> !stored.containsKey(id)).count();
    long duplicated = stored.values().stream().filter(n -> n > 1).count();
    System.out.printf(
        Locale.ROOT,
        "{\"kills\": %d, \"acked\": %d, \"lost\": %d, \"duplicated\": %d, \"stored\": %d,"
            + " \"restartSecondsMax\": %.2f}%n",
        kills,
        acked.size(),
        lost,
        duplicated,
        stored.size(),
        slowest);
    return lost == 0 && duplicated == 0;
  }

  /// The last acknowledged events, and for each thread the one that was on its way.
  private List<String> again() {
    List<String> ids =
        new ArrayList<>(lastAcked.subList(Math.max(0, lastAcked.size() - AGAIN), lastAcked.size()));
    reached.forEach((thread, last) -> ids.add(thread + (last + 1)));
    return ids;
  }

  private void runAndKill(int run) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString(),
                Integer.toString(run))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int killAt = 1 + random.nextInt(4_000);
    int acks = 0;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.equals("ready")) {
          slowest = Math.max(slowest, (System.nanoTime() - begin) / 1e9);
        } else if (take(line) && ++acks == killAt) {
          // not Process.destroyForcibly, which would drop the acks that are still in the pipe
          process.toHandle().destroyForcibly();
        }
      }
    }
    if (acks == 0) {
      throw new IllegalStateException(
          "run " + run + " acknowledged nothing; see its message above");
    }
  }

  /// Note one line; true for an acknowledgement. A line cut off by the kill has no end and counts
  /// for nothing.
  private boolean take(String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals("ack") && words.length == 2 && words[1].matches("r\\d+-t\\d+-\\d+")) {
      acked.add(words[1]);
      lastAcked.add(words[1]);
      int cut = words[1].lastIndexOf('-') + 1;
      reached.put(words[1].substring(0, cut), Integer.parseInt(words[1].substring(cut)));
      return true;
    }
    if (words[0].equals("again") && words.length == 3) {
      if (words[2].equals("new") && acked.contains(words[1])) {
        lost++; // it had been acknowledged, and the journal had forgotten it
      }
      acked.add(words[1]);
    }
    return false;
  }

  private Map<String, Integer> stored() throws IOException {
    Map<String, Integer> stored = new HashMap<>();
    try (FileJournal journal =
        FileJournal.open(folder.resolve("journal"), InstantSource.system())) {
      for (int p = 0; p < journal.partitions(); p++) {
        List<JournalEntry> some = journal.replay(p, 0, 10_000);
        while (!some.isEmpty()) {
          some.forEach(e -> stored.merge(e.event().orElseThrow().id(), 1, Integer::sum));
          some = journal.replay(p, some.getLast().offset() + 1, 10_000);
        }
      }
    }
    return stored;
  }
}
