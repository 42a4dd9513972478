package org.marquetry.bench.mail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.marquetry.bench.Folders;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.mail.OpenChannel;
import org.marquetry.channel.preferences.Links;
import org.marquetry.lib.mime.MailWriter;
import org.marquetry.lib.mime.Sender;
import org.marquetry.platform.journal.FileJournal;

/// Renders on one core, then sends over kept connections to a sink on this machine, our channel and
/// a bare loop in turn, round by round, so that a noisy machine hits all alike; medians. The first
/// round of each warms up and does not count.
public final class MailBench {
  private static final Sender SENDER = new Sender("小店", "shop@shop.example");

  private final int connections;
  private final double seconds;
  private final int rounds;

  private MailBench(int connections, double seconds, int rounds) {
    this.connections = connections;
    this.seconds = seconds;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    boolean quick = given.contains("--quick");
    new MailBench(number(given, "--connections", 4), quick ? 1 : 3, quick ? 3 : 7)
        .run(number(given, "--answer-millis", 0));
  }

  private static int number(List<String> given, String name, int otherwise) {
    int at = given.indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(given.get(at + 1));
  }

  private void run(long answerMillis) throws Exception {
    Path folder = Folders.make("mail");
    Map<String, List<Double>> results = new LinkedHashMap<>();
    UnsubscribeLinks links = Links.in(folder, "https://news.shop.example");
    try (Sink sink = new Sink(answerMillis);
        FileJournal journal = FileJournal.open(folder.resolve("journal"), InstantSource.system());
        BareLoop bare = new BareLoop(sink.port(), connections, SENDER);
        ByChannel ours = new ByChannel(open(sink, links), Optional.empty());
        ByChannel kept = new ByChannel(open(sink, links), Optional.of(journal))) {
      Map<String, Way> ways = new LinkedHashMap<>();
      ways.put("bare", bare);
      ways.put("channel", ours);
      ways.put("journalled", kept);
      for (int round = 0; round <= rounds; round++) {
        double fills = fills();
        double renders = renders(links, round);
        if (round > 0) {
          results.computeIfAbsent("fills", _ -> new ArrayList<>()).add(fills);
          results.computeIfAbsent("renders", _ -> new ArrayList<>()).add(renders);
        }
        for (Map.Entry<String, Way> way : ways.entrySet()) {
          double perSecond = send(way.getValue(), way.getKey() + round, sink);
          if (round > 0) {
            results.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(perSecond);
          }
        }
      }
      print(results, sink, answerMillis);
    } finally {
      Folders.delete(folder);
    }
  }

  private OpenChannel open(Sink sink, UnsubscribeLinks links) {
    return OpenChannel.to(sink.port(), connections, SENDER, links);
  }

  /// Letters of blocks written by one thread in a second of a core, as HTML and text.
  private double fills() {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long start = processor.getCurrentThreadCpuTime();
    long n = 0;
    while (processor.getCurrentThreadCpuTime() - start < seconds * 1e9) {
      n += Letters.batch(n).size();
    }
    return n / ((processor.getCurrentThreadCpuTime() - start) / 1e9);
  }

  /// Mails made by one thread in a second of a core (processor time, so that others on the machine
  /// do not count): written of blocks, with their signed links, as MIME.
  private double renders(UnsubscribeLinks links, int round) throws Exception {
    MailWriter writer = new MailWriter(SENDER);
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long start = processor.getCurrentThreadCpuTime();
    long n = 0;
    while (processor.getCurrentThreadCpuTime() - start < seconds * 1e9) {
      for (Message letter : Letters.batch(n)) {
        Permit permit = Letters.permit("r" + round, n++);
        if (writer.write(permit, letter, links.link(permit, "email")).length < 1_000) {
          throw new IllegalStateException("that is no mail");
        }
      }
    }
    return n / ((processor.getCurrentThreadCpuTime() - start) / 1e9);
  }

  /// @return mails that the sink took in a second
  private double send(Way way, String round, Sink sink) throws Exception {
    long before = sink.taken.get();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<Future<Long>> sent = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(connections)) {
      for (int c = 0; c < connections; c++) {
        int connection = c;
        sent.add(
            callers.submit(() -> {
              long n = 0;
              while (System.nanoTime() < end) {
                way.send(connection, round, n++ * connections + connection);
              }
              return n;
            }));
      }
      long all = 0;
      for (Future<Long> one : sent) {
        all += one.get();
      }
      double took = (System.nanoTime() - start) / 1e9;
      if (all != sink.taken.get() - before) {
        throw new IllegalStateException("the sink did not take each mail once");
      }
      return all / took;
    }
  }

  private void print(Map<String, List<Double>> results, Sink sink, long answerMillis) {
    double bare = median(results, "bare");
    double channel = median(results, "channel");
    double journalled = median(results, "journalled");
    System.out.printf(
        Locale.ROOT,
        "{\"fillsPerSecondAndCore\": %.0f, \"rendersPerSecondAndCore\": %.0f, \"sentPerSecond\": %.0f, \"barePerSecond\": %.0f,"
            + " \"shareOfBare\": %.2f, \"journalledPerSecond\": %.0f, \"journalledShareOfBare\":"
            + " %.2f, \"bytesPerMail\": %d, \"connections\": %d, \"answerMillis\": %d, \"rounds\":"
            + " %d, \"secondsPerRound\": %.0f}%n",
        median(results, "fills"),
        median(results, "renders"),
        channel,
        bare,
        channel / bare,
        journalled,
        journalled / bare,
        sink.bytes.get() / Math.max(1, sink.taken.get()),
        connections,
        answerMillis,
        rounds,
        seconds);
  }

  private static double median(Map<String, List<Double>> results, String name) {
    List<Double> sorted = results.getOrDefault(name, List.of()).stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
