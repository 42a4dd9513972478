package org.marquetry.campaign.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

/// `bench/policy`: random schedules against the second opinion, and how fast people are checked.
final class PolicyBench {
  private static final int ROUND = 2_000; // schedules under the same rules
  private static final int SHOP = 100_000; // schedules in one folder
  private static final int PEOPLE = 100_000; // of the check page's figure
  private static final int SENDS = 3; // that each of them got before

  private PolicyBench() {}

  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    int wanted = quick ? 20_000 : 1_000_000;
    long seed = Long.getLong("tests.seed", 1);
    Path folder = Files.createTempDirectory("policy");
    try {
      long answers = 0;
      List<String> violations = new ArrayList<>();
      long nanos = 0;
      for (int done = 0; done < wanted; done += SHOP) {
        Path home = Files.createDirectory(folder.resolve("s" + done));
        try (TestPolicy shop = TestPolicy.withRules(home, RuleSet.NONE)) {
          Schedules schedules = new Schedules(shop, seed + done);
          long begin = System.nanoTime();
          for (int n = 0; n < Math.min(SHOP, wanted - done); n += ROUND) {
            schedules.run(ROUND);
          }
          nanos += System.nanoTime() - begin;
          answers += schedules.answers();
          violations.addAll(schedules.violations());
        }
        delete(home);
      }
      double seconds = checkSeconds(Files.createDirectory(folder.resolve("check")));
      violations.stream().limit(5).forEach(System.err::println);
      System.out.printf(
          "{\"schedules\": %d, \"violations\": %d, \"seed\": %d, \"answers\": %d,"
              + " \"answersPerSecond\": %.0f, \"checked\": %d, \"checkSeconds\": %.3f,"
              + " \"checksPerSecond\": %.0f}%n",
          wanted,
          violations.size(),
          seed,
          answers,
          answers / (nanos / 1e9),
          PEOPLE,
          seconds,
          PEOPLE / seconds);
    } finally {
      delete(folder);
    }
  }

  /// The median of five.
  private static double checkSeconds(Path home) throws IOException {
    RuleSet rules =
        new RuleSet(
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0))),
            Map.of("email", new FrequencyCap(3, 7)),
            Optional.of(new FrequencyCap(4, 7)));
    try (TestPolicy shop = TestPolicy.withRules(home, rules)) {
      List<Event> facts = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        facts.add(shop.event("consented", "c" + i, Duration.ofDays(90)).build());
        for (int s = 0; s < SENDS; s++) {
          facts.add(
              shop.event("sent", "c" + i, Duration.ofDays(2 + 9 * s))
                  .property("campaignId", "past" + s)
                  .property("channel", "email")
                  .build());
        }
      }
      for (int from = 0; from < facts.size(); from += 10_000) {
        shop.journal.append(facts.subList(from, Math.min(from + 10_000, facts.size())));
      }
      List<CustomerId> people =
          IntStream.range(0, PEOPLE).mapToObj(i -> new CustomerId("c" + i)).toList();
      ContactQuestion question = TestQuestions.question("next", FrequencyCap.USUAL, false, 0.05);
      double[] seconds = new double[5];
      for (int run = 0; run < seconds.length; run++) {
        long begin = System.nanoTime();
        shop.policy.check(question, people);
        seconds[run] = (System.nanoTime() - begin) / 1e9;
      }
      Arrays.sort(seconds);
      return seconds[2];
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
