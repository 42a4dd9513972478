package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

class GuardedContactPolicyTest {
  private static final Instant NOW = TestQuestions.NOW;

  @TempDir Path folder;
  private DuckDbWarehouse warehouse;
  private GuardedContactPolicy policy;
  private final List<Permit> delivered = Collections.synchronizedList(new ArrayList<>());
  private final List<Event> facts = Collections.synchronizedList(new ArrayList<>());
  private boolean broken;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder);
    new TestShop(warehouse)
        .customer("granted", Map.of("consent_email", "granted"))
        .customer("refused", Map.of("consent_email", "refused"))
        .customer("silent", Map.of())
        .customer("left", Map.of("consent_email", "granted"))
        .customer("back", Map.of("consent_email", "granted"))
        .customer("full", Map.of("consent_email", "granted"))
        .customer("had", Map.of("consent_email", "granted"))
        .event("unsubscribed", "left", null, NOW.minus(Duration.ofDays(30)), Map.of())
        .event("unsubscribed", "back", null, NOW.minus(Duration.ofDays(30)), Map.of())
        .event("consented", "back", null, NOW.minus(Duration.ofDays(10)), Map.of())
        .event(
            "sent",
            "full",
            null,
            NOW.minus(Duration.ofDays(1)),
            Map.of("properties", "{\"campaignId\": \"x\"}"))
        .campaign("y", "Y", "mail", NOW.minus(Duration.ofDays(9)), NOW)
        .member("y", "full", null, NOW.minus(Duration.ofDays(3)))
        .campaign("win-back", "W", "mail", NOW.minus(Duration.ofDays(90)), NOW)
        .member("win-back", "had", null, NOW.minus(Duration.ofDays(80)))
        .load();
    policy =
        new GuardedContactPolicy(new WarehouseContactBook(warehouse), new CoreExperiments(), false);
    policy.channels = List.of(new Recorder());
    policy.journal = new Facts();
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void everyAnswerComesFromTheRecords() {
    List<String> people = List.of("granted", "refused", "silent", "left", "back", "full", "had");
    List<ContactAnswer> answers =
        policy.check(
            TestQuestions.question("win-back", FrequencyCap.USUAL, false),
            people.stream().map(CustomerId::new).toList());
    assertInstanceOf(ContactAnswer.Allowed.class, answers.get(0));
    assertRule(Rule.CONSENT_REFUSED, answers.get(1));
    assertRule(Rule.NO_CONSENT, answers.get(2));
    assertRule(Rule.SUPPRESSED, answers.get(3));
    assertInstanceOf(ContactAnswer.Allowed.class, answers.get(4));
    assertRule(Rule.OVER_CAP, answers.get(5));
    assertRule(Rule.ALREADY_SENT, answers.get(6));
    assertTrue(delivered.isEmpty());
  }

  @Test
  void aSendIsPermittedDeliveredAndAFact() {
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, false);
    List<ContactResult> results =
        policy.send(question, List.of(outgoing("granted", NOW), outgoing("refused", NOW)));
    assertInstanceOf(SendOutcome.Sent.class, results.get(0).outcome().orElseThrow());
    assertTrue(results.get(1).outcome().isEmpty());
    assertEquals(1, delivered.size());
    assertFalse(delivered.getFirst().preview());
    assertEquals("spring", facts.getFirst().properties().get("campaignId"));
    List<ContactResult> again = policy.send(question, List.of(outgoing("granted", NOW)));
    assertRule(Rule.ALREADY_SENT, again.getFirst().answer());
  }

  @Test
  void aPreviewIsWrittenButNoFact() {
    policy.journal = null;
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, true);
    policy.send(question, List.of(outgoing("silent", NOW)));
    assertTrue(delivered.getFirst().preview());
    assertTrue(facts.isEmpty());
  }

  @Test
  void aSendThatCannotBeRecordedDoesNotHappen() {
    policy.journal = null;
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, false);
    List<Outgoing> one = List.of(outgoing("granted", NOW));
    assertThrows(IllegalStateException.class, () -> policy.send(question, one));
    assertTrue(delivered.isEmpty());
  }

  @Test
  void fromAMadeUpShopNothingLeavesWhateverIsConfigured() {
    policy =
        new GuardedContactPolicy(new WarehouseContactBook(warehouse), new CoreExperiments(), true);
    policy.journal = new Facts();
    policy.channels = List.of(new Recorder());
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, false);
    List<Outgoing> one = List.of(outgoing("granted", NOW));
    String why =
        assertThrows(IllegalStateException.class, () -> policy.send(question, one)).getMessage();
    assertTrue(why.contains("nothing leaves a made-up shop"), why);
    assertTrue(delivered.isEmpty());
    Recorder kept =
        new Recorder() {
          @Override
          public boolean leaves() {
            return false;
          }
        };
    policy.channels = List.of(new Recorder(), kept);
    policy.send(question, one);
    assertEquals(1, delivered.size());
  }

  @Test
  void aFailedSendGivesItsPlaceBack() {
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, false);
    broken = true;
    policy.send(question, List.of(outgoing("granted", NOW)));
    broken = false;
    List<ContactResult> again = policy.send(question, List.of(outgoing("granted", NOW)));
    assertInstanceOf(ContactAnswer.Allowed.class, again.getFirst().answer());
    assertEquals(1, facts.size());
  }

  @Test
  void theHoldoutCannotBeReached() {
    List<Outgoing> everybody =
        IntStream.range(0, 400).mapToObj(i -> outgoing("p" + i, NOW)).toList();
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, true, 0.25);
    List<ContactResult> results = policy.send(question, everybody);
    CoreExperiments experiments = new CoreExperiments();
    for (ContactResult r : results) {
      boolean held = experiments.assign(question.split(), r.customer()).isHoldout();
      assertEquals(held, r.outcome().isEmpty());
    }
    assertEquals(
        400 - delivered.size(), results.stream().filter(r -> r.outcome().isEmpty()).count());
  }

  /// 8 threads, 40 campaigns, the same 25 people: nobody gets more than two messages in the window,
  /// and everybody two.
  @Test
  void campaignsThatRunTogetherCannotPassTheCapTogether() throws Exception {
    TestShop more = new TestShop(warehouse, "EUR", "more");
    IntStream.range(0, 25).forEach(i -> more.customer("q" + i, Map.of("consent_email", "granted")));
    more.load();
    List<Callable<Integer>> campaigns = new ArrayList<>();
    for (int c = 0; c < 40; c++) {
      ContactQuestion question = TestQuestions.question("c" + c, new FrequencyCap(2, 7), false);
      Instant at = NOW.plus(Duration.ofHours(c));
      List<Outgoing> people = IntStream.range(0, 25).mapToObj(i -> outgoing("q" + i, at)).toList();
      campaigns.add(() -> policy.send(question, people).size());
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(campaigns)) {
        done.get();
      }
    }
    Map<CustomerId, Integer> got = new ConcurrentHashMap<>();
    delivered.forEach(p -> got.merge(p.customer(), 1, Integer::sum));
    assertEquals(25, got.size());
    got.forEach((person, n) -> assertEquals(2, n, person.value()));
  }

  @Test
  void aMissingChannelIsNamed() {
    policy.channels = List.of();
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, false);
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> policy.send(question, List.of()));
    assertTrue(e.toString().contains("no channel 'email'"));
  }

  private static Outgoing outgoing(String customer, Instant at) {
    return new Outgoing(
        new CustomerId(customer),
        at,
        new Message("x@example.invalid", "en", "s", Message.UNSUBSCRIBE, Message.UNSUBSCRIBE));
  }

  private static void assertRule(Rule rule, ContactAnswer answer) {
    assertEquals(rule, assertInstanceOf(Refused.class, answer).rule());
  }

  private class Recorder implements Channel {
    @Override
    public String name() {
      return "email";
    }

    @Override
    public SendOutcome send(Permit permit, Message message) {
      if (broken) {
        return new SendOutcome.Failed("test.broken", "broken on purpose");
      }
      delivered.add(permit);
      return new SendOutcome.Sent("<" + permit.customer() + ">", URI.create("channel:test"));
    }
  }

  /// Keeps appended events; the policy reads nothing back.
  private final class Facts implements Journal {
    @Override
    public List<Appended> append(List<Event> events) {
      facts.addAll(events);
      return events.stream().map(e -> new Appended(e.id(), 0, 0)).toList();
    }

    @Override
    public int partition(String key) {
      return 0;
    }

    @Override
    public int partitions() {
      return 1;
    }

    @Override
    public List<Long> ends() {
      return List.of(0L);
    }

    @Override
    public List<Long> awaitMore(List<Long> known, Duration atMost) {
      return known;
    }

    @Override
    public List<JournalEntry> replay(int partition, long from, int limit) {
      return List.of();
    }

    @Override
    public long erase(java.util.Set<String> keys, java.util.Set<String> texts) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long expire(Predicate<Event> gone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int trim(List<Long> below) {
      throw new UnsupportedOperationException();
    }
  }
}
