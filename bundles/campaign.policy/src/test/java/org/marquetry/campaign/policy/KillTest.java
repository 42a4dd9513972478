package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.Contact;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.shop.api.CampaignId;

/// A process that sends a campaign over several connections is killed at random moments and starts
/// again from the first person each time: nobody may get it twice, nobody may be left out unless it
/// is known of that person that nobody knows, and each kill leaves at most as many of these as
/// there were connections. `-Dmarquetry.faults=N` says how often.
class KillTest {
  private static final int CONNECTIONS = 8;
  private static final int PEOPLE_PER_KILL = 150;
  private static final CampaignId CAMPAIGN = new CampaignId("spring");

  @TempDir Path folder;

  @Test
  void noKillDoublesOrSkipsAMessage() throws Exception {
    int kills = Integer.getInteger("marquetry.faults", 3);
    long seed = Long.getLong("tests.seed", 5);
    Random random = new Random(seed);
    List<String> everybody =
        IntStream.range(0, kills * PEOPLE_PER_KILL).mapToObj(i -> "p" + i).toList();
    try (TestPolicy shop = TestPolicy.open(folder)) {
      shop.consented(everybody.toArray(String[]::new));
    }
    int unknown = 0;
    for (int kill = 0; kill < kills; kill++) {
      sendAndKill(everybody.size(), 1 + random.nextInt(PEOPLE_PER_KILL));
      int now = unknown();
      assertTrue(now - unknown <= CONNECTIONS, now - unknown + " are unknown more, seed " + seed);
      unknown = now;
    }
    sendAndKill(everybody.size(), Integer.MAX_VALUE);
    assertEquals(unknown, unknown(), "the last run was not cut off");
    List<String> arrived = Files.readAllLines(folder.resolve("arrived"));
    assertEquals(new HashSet<>(arrived).size(), arrived.size(), "doubled, seed " + seed);
    Set<String> reached = new HashSet<>(arrived);
    try (TestPolicy shop = TestPolicy.open(folder)) {
      shop.pages.list(CAMPAIGN, State.UNKNOWN, Optional.empty(), 10_000).stream()
          .map(Contact::person)
          .forEach(p -> reached.add(p.value()));
      assertEquals(everybody.size() - unknown, shop.pages.counts(CAMPAIGN).sent());
    }
    assertEquals(new HashSet<>(everybody), reached, "skipped, seed " + seed);
  }

  private int unknown() throws IOException {
    try (TestPolicy shop = TestPolicy.open(folder)) {
      return shop.pages.counts(CAMPAIGN).unknown();
    }
  }

  private void sendAndKill(int people, int after) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName(),
                folder.toString(),
                Integer.toString(people))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int seen = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (++seen == after) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.onExit().join();
  }

  /// The process that is killed. A message has arrived when its line stands in the file.
  static final class Sender {
    private Sender() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      Path arrived = folder.resolve("arrived");
      ConcurrentLinkedQueue<String> people = new ConcurrentLinkedQueue<>();
      IntStream.range(0, Integer.parseInt(args[1])).forEach(i -> people.add("p" + i));
      try (TestPolicy shop = TestPolicy.open(folder)) {
        shop.channels(TestChannel.of("email", permit -> arrive(arrived, permit)));
        List<Thread> connections = new ArrayList<>();
        for (int c = 0; c < CONNECTIONS; c++) {
          int atOnce = c % 2 == 0 ? 1 : 10; // in one call, one after the other
          connections.add(Thread.ofVirtual().start(() -> send(shop, people, atOnce)));
        }
        for (Thread connection : connections) {
          connection.join();
        }
      }
    }

    private static void send(TestPolicy shop, ConcurrentLinkedQueue<String> people, int atOnce) {
      ContactQuestion question =
          TestQuestions.question(CAMPAIGN.value(), FrequencyCap.USUAL, false);
      while (!people.isEmpty()) {
        List<Outgoing> messages = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
          Optional.ofNullable(people.poll())
              .ifPresent(p -> messages.add(TestPolicy.outgoing(p, TestPolicy.NOW)));
        }
        shop.policy.send(question, messages);
      }
    }

    private static synchronized SendOutcome arrive(Path arrived, Permit permit) {
      try {
        Files.writeString(
            arrived,
            permit.customer().value() + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      System.out.println(permit.customer());
      return TestChannel.sent(permit);
    }
  }
}
