package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.ContactLedger.Counts;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.warehouse.duckdb.TestShop;

/// Over a real journal, projection and warehouse.
class GuardedContactPolicyTest {
  private static final Instant NOW = TestQuestions.NOW;
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final ContactQuestion QUESTION =
      TestQuestions.question("spring", FrequencyCap.USUAL, false);
  private static final SendOutcome FAILED = new SendOutcome.Failed("test.full", "no room");

  @TempDir Path folder;
  private TestPolicy shop;
  private final TestChannel channel = TestChannel.email();

  @BeforeEach
  void open() throws IOException {
    shop = TestPolicy.open(folder);
    shop.channels(channel);
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  private void reopen() throws IOException {
    shop.close();
    open();
  }

  private ContactResult send(ContactQuestion question, String customer) {
    return shop.policy.send(question, List.of(TestPolicy.outgoing(customer, NOW))).getFirst();
  }

  private ContactAnswer check(String customer) {
    return shop.policy.check(QUESTION, List.of(new CustomerId(customer))).getFirst();
  }

  @Test
  void quietHoursAreThoseOfTheZoneThatAFileTold() throws IOException {
    try (TestPolicy quiet =
        TestPolicy.withRules(
            Files.createDirectory(folder.resolve("zoned")),
            new RuleSet(
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0))),
                Map.of(),
                Optional.empty()))) {
      LocalTime now = LocalTime.ofInstant(NOW, ZoneOffset.UTC);
      String night = "Etc/GMT%+d".formatted(now.getHour() - 3); // there it is three in the morning
      new TestShop(quiet.warehouse)
          .customer("near", Map.of("consent_email", "granted", "time_zone", "UTC"))
          .customer("far", Map.of("consent_email", "granted", "time_zone", night))
          .customer("odd", Map.of("consent_email", "granted", "time_zone", "Mars/Olympus"))
          .load();
      List<ContactAnswer> answers =
          quiet.policy.check(
              QUESTION, List.of("near", "far", "odd").stream().map(CustomerId::new).toList());
      assertInstanceOf(ContactAnswer.Allowed.class, answers.get(0));
      assertInstanceOf(ContactAnswer.Later.class, answers.get(1));
      assertInstanceOf(ContactAnswer.Allowed.class, answers.get(2), "the shop's zone");
    }
  }

  @Test
  void whatFilesToldCounts() {
    new TestShop(shop.warehouse)
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
        .campaign("spring", "W", "mail", NOW.minus(Duration.ofDays(90)), NOW)
        .member("spring", "had", null, NOW.minus(Duration.ofDays(80)))
        .load();
    assertInstanceOf(ContactAnswer.Allowed.class, check("granted"));
    assertRule(Rule.CONSENT_REFUSED, check("refused"));
    assertRule(Rule.NO_CONSENT, check("silent"));
    assertRule(Rule.SUPPRESSED, check("left"));
    assertInstanceOf(ContactAnswer.Allowed.class, check("back"));
    assertRule(Rule.OVER_CAP, check("full"));
    assertRule(Rule.ALREADY_SENT, check("had"));
    assertEquals(2, shop.pages.of(new CustomerId("full")).size());
    assertTrue(channel.delivered().isEmpty());
  }

  @Test
  void anImportCountsWhenItIsToldAndNoMoreWhenItIsTakenBack() {
    assertRule(Rule.NO_CONSENT, check("granted"));
    new TestShop(shop.warehouse).customer("granted", Map.of("consent_email", "granted")).load();
    shop.journal.append(marker("batchLoaded"));
    assertInstanceOf(ContactAnswer.Allowed.class, check("granted"));
    new TestShop(shop.warehouse, "EUR", "later")
        .customer("granted", Map.of("consent_email", "refused"))
        .load();
    shop.journal.append(marker("batchUndone"));
    assertRule(Rule.CONSENT_REFUSED, check("granted"));
  }

  private static Event marker(String type) {
    return Event.builder(type, type, NOW).property("batch", "import/1").build();
  }

  @Test
  void whatIsAcknowledgedCountsAtOnce() {
    shop.consented("ann");
    assertInstanceOf(ContactAnswer.Allowed.class, check("ann"));
    shop.journal.append(shop.event("unsubscribed", "ann", Duration.ZERO).build());
    assertRule(Rule.SUPPRESSED, check("ann"));
  }

  @Test
  void aSendIsAFactBeforeAndAfterTheChannelHasIt() {
    shop.consented("ann");
    AtomicInteger before = new AtomicInteger();
    shop.channels(
        TestChannel.of(
            "email",
            permit -> {
              before.set(shop.facts("sending").size());
              assertEquals(1, shop.pages.counts(SPRING).sending());
              return TestChannel.sent(permit);
            }));
    Outgoing message = TestPolicy.outgoing("ann", NOW);
    Map<String, String> facts = Map.of("element", "picture", "discount", "0.1");
    shop.policy.send(
        QUESTION,
        List.of(
            new Outgoing(
                message.customer(),
                NOW,
                message.message(),
                Optional.of(new DecisionId("d1")),
                facts)));
    assertEquals(1, before.get());
    Event sent = shop.facts("sent").getFirst();
    assertEquals("spring", sent.properties().get("campaignId"));
    assertEquals("first", sent.properties().get("step"));
    assertEquals("email", sent.properties().get("channel"));
    assertEquals("0.1", sent.properties().get("discount"));
    assertEquals(Optional.of(new DecisionId("d1")), sent.decision());
    assertEquals(new Counts(0, 0, 1, Map.of()), counts());
    assertRule(Rule.ALREADY_SENT, send(QUESTION, "ann").answer());
    assertEquals(1, shop.facts("sending").size());
  }

  @Test
  void aPreviewIsWrittenButNoFact() {
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, true);
    send(question, "silent");
    assertTrue(channel.delivered().getFirst().preview());
    assertTrue(shop.facts("sending").isEmpty());
    assertTrue(shop.facts("sent").isEmpty());
  }

  @Test
  void aSendThatCannotBeRecordedDoesNotHappen() throws IOException {
    shop.consented("ann");
    check("ann");
    shop.journal.close();
    assertThrows(RuntimeException.class, () -> send(QUESTION, "ann"));
    assertTrue(channel.delivered().isEmpty());
    shop.ledger.stop();
  }

  @Test
  void fromAMadeUpShopNothingLeavesWhateverIsConfigured() throws IOException {
    shop.close();
    shop = TestPolicy.ofMadeUpShop(folder);
    shop.channels(channel);
    shop.consented("ann");
    String why =
        assertThrows(IllegalStateException.class, () -> send(QUESTION, "ann")).getMessage();
    assertTrue(why.contains("nothing leaves a made-up shop"), why);
    TestChannel kept = new TestChannel("email", false, TestChannel::sent, new ArrayList<>());
    shop.channels(channel, kept);
    send(QUESTION, "ann");
    assertTrue(channel.delivered().isEmpty());
    assertEquals(1, kept.delivered().size());
  }

  @Test
  void whatIsSentGoesToTheChannelThatSendsAlsoBesideOneThatKeepsIt() {
    shop.consented("ann", "bob");
    TestChannel kept = new TestChannel("email", false, TestChannel::sent, new ArrayList<>());
    shop.channels(kept, channel);
    send(QUESTION, "ann");
    shop.channels(channel, kept);
    send(QUESTION, "bob");
    assertTrue(kept.delivered().isEmpty());
    assertEquals(2, channel.delivered().size());
  }

  /// The connections of one call are all in use, and no more: the latch opens only if four messages
  /// are under way, and what is cut off leaves four unknown ones.
  @Test
  void aCallUsesAllConnectionsAndLeavesAtMostSoManyUnknown() {
    List<String> people = IntStream.range(0, 40).mapToObj(i -> "p" + i).toList();
    shop.consented(people.toArray(String[]::new));
    CountDownLatch together = new CountDownLatch(4);
    shop.channels(
        new Channel() {
          @Override
          public String name() {
            return "email";
          }

          @Override
          public int connections() {
            return 4;
          }

          @Override
          public SendOutcome send(Permit permit, Message message) {
            together.countDown();
            try {
              together.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("cut off");
          }
        });
    List<Outgoing> all = people.stream().map(p -> TestPolicy.outgoing(p, NOW)).toList();
    assertThrows(IllegalStateException.class, () -> shop.policy.send(QUESTION, all));
    assertEquals(0, together.getCount());
    assertEquals(new Counts(0, 4, 0, Map.of()), counts());
    shop.channels(channel);
    List<ContactResult> results = shop.policy.send(QUESTION, all);
    assertEquals(36, channel.delivered().size());
    assertEquals(
        people, results.stream().map(r -> r.customer().value()).toList(), "in the order given");
  }

  @Test
  void aFailedSendGivesItsPlaceBackAndMayBeTriedAgain() {
    shop.consented("ann");
    AtomicInteger tries = new AtomicInteger();
    shop.channels(
        TestChannel.of(
            "email", permit -> tries.incrementAndGet() < 3 ? FAILED : TestChannel.sent(permit)));
    ContactQuestion other = TestQuestions.question("other", new FrequencyCap(1, 7), false);
    send(QUESTION, "ann");
    assertEquals(new Counts(0, 0, 0, Map.of("test.full", 1)), counts());
    send(QUESTION, "ann");
    assertInstanceOf(SendOutcome.Sent.class, send(other, "ann").outcome().orElseThrow());
    assertRule(
        Rule.OVER_CAP,
        send(TestQuestions.question("z", new FrequencyCap(1, 7), false), "ann").answer());
    assertEquals(
        List.of("1", "1", "2"),
        shop.facts("sending").stream().map(e -> e.properties().get("attempt")).sorted().toList());
    assertEquals(2, shop.facts("unsent").size());
  }

  @Test
  void whatTheChannelSaysIsWhatTheLedgerHas() {
    shop.consented("later", "unknown", "again");
    shop.channels(
        TestChannel.of(
            "email",
            permit ->
                switch (permit.customer().value()) {
                  case "later" -> new SendOutcome.Later("test.busy", "", NOW.plusSeconds(60));
                  case "unknown" -> new SendOutcome.Unknown("<id>", "test.cut", "");
                  default -> new SendOutcome.AlreadySent("<id>");
                }));
    for (String customer : List.of("later", "unknown", "again")) {
      assertInstanceOf(ContactAnswer.Allowed.class, send(QUESTION, customer).answer());
    }
    Counts expected = new Counts(0, 1, 1, Map.of("test.busy", 1));
    assertEquals(expected, shop.pages.counts(SPRING));
    assertEquals(expected, counts());
    assertInstanceOf(ContactAnswer.Allowed.class, check("later"));
    assertRule(Rule.ALREADY_SENT, check("unknown"));
  }

  @Test
  void aChannelThatThrowsLeavesAnUnknownMessageThatAPersonMayEnd() throws IOException {
    shop.consented("ann", "bob", "cem");
    shop.channels(
        TestChannel.of(
            "email",
            _ -> {
              throw new IllegalStateException("cut off");
            }));
    for (String customer : List.of("ann", "bob", "cem")) {
      assertThrows(IllegalStateException.class, () -> send(QUESTION, customer));
    }
    shop.channels(channel);
    assertEquals(new Counts(0, 3, 0, Map.of()), counts());
    assertRule(Rule.ALREADY_SENT, send(QUESTION, "ann").answer());
    reopen();
    assertEquals(new Counts(0, 3, 0, Map.of()), counts());
    assertRule(Rule.ALREADY_SENT, send(QUESTION, "ann").answer());
    assertEquals(
        List.of("ann", "bob"),
        shop.pages.list(SPRING, State.UNKNOWN, Optional.empty(), 2).stream()
            .map(c -> c.person().value())
            .toList());
    assertEquals(
        "cem",
        shop.pages
            .list(SPRING, State.UNKNOWN, Optional.of(new CustomerId("bob")), 2)
            .getFirst()
            .person()
            .value());
    List<CustomerId> both = List.of(new CustomerId("ann"), new CustomerId("nobody"));
    assertEquals(1, shop.pages.treatAsSent(SPRING, "first", both));
    assertEquals(1, shop.pages.sendAgain(SPRING, "first", List.of(new CustomerId("bob"))));
    assertEquals(0, shop.pages.sendAgain(SPRING, "first", both));
    assertRule(Rule.ALREADY_SENT, send(QUESTION, "ann").answer());
    assertInstanceOf(SendOutcome.Sent.class, send(QUESTION, "bob").outcome().orElseThrow());
    assertEquals(new Counts(0, 1, 2, Map.of()), counts());
    assertEquals(2, shop.pages.of(new CustomerId("bob")).getFirst().attempt());
  }

  @Test
  void twoProcessesThatLaunchTheSameCampaignComeToOneMessage() throws IOException {
    shop.consented("ann");
    Send begun = GuardedContactPolicy.send(QUESTION, NOW, 1);
    CustomerId ann = new CustomerId("ann");
    ContactAnswer[] answer = new ContactAnswer[1];
    Delivery delivery = new Delivery(shop.ledger, channel, QUESTION);
    ContactResult result =
        delivery.send(
            TestPolicy.outgoing("ann", NOW),
            (_, _) -> { // the other process is faster by a moment
              shop.journal.append(SendFacts.sending(ann, begun));
              return new ContactAnswer.Allowed(Reason.of("x"));
            });
    assertRule(Rule.ALREADY_SENT, result.answer());
    assertTrue(channel.delivered().isEmpty());
    assertEquals(new Counts(0, 1, 0, Map.of()), counts());
    answer[0] = check("ann");
    assertRule(Rule.ALREADY_SENT, answer[0]);
  }

  @Test
  void serviceMessagesNeedNoConsentButAnAddressThatWorks() {
    shop.consented("left", "gone");
    shop.journal.append(
        shop.event("unsubscribed", "left", Duration.ofDays(1))
            .property("purpose", "marketing")
            .build());
    shop.journal.append(shop.event("bounced", "gone", Duration.ofDays(1)).build());
    shop.journal.append(
        shop.event("bounced", "full", Duration.ofDays(1)).property("bounce", "soft").build());
    shop.journal.append(shop.event("unsubscribed", "never", Duration.ofDays(1)).build());
    ContactQuestion service =
        new ContactQuestion(
            SPRING,
            "first",
            "email",
            Purpose.SERVICE,
            0,
            NOW,
            QUESTION.split(),
            FrequencyCap.USUAL,
            false);
    assertInstanceOf(ContactAnswer.Allowed.class, send(service, "silent").answer());
    assertInstanceOf(ContactAnswer.Allowed.class, send(service, "left").answer());
    assertInstanceOf(ContactAnswer.Allowed.class, send(service, "full").answer());
    assertRule(Rule.SUPPRESSED, send(service, "gone").answer());
    assertRule(Rule.SUPPRESSED, send(service, "never").answer());
    assertRule(Rule.SUPPRESSED, send(QUESTION, "left").answer());
  }

  @Test
  void nightsAreQuietByThePersonsOwnClock() throws IOException {
    shop.close();
    shop =
        TestPolicy.withRules(
            folder,
            new RuleSet(
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0))),
                Map.of(),
                Optional.empty()));
    shop.channels(channel);
    shop.consented("ann", "bea");
    shop.journal.append(
        shop.event("customerChanged", "bea", Duration.ofDays(1))
            .property("timeZone", "America/New_York")
            .build());
    ContactResult later = send(QUESTION, "bea"); // 04:00 in New York
    assertEquals(
        Instant.parse("2026-03-01T13:00:00Z"),
        assertInstanceOf(ContactAnswer.Later.class, later.answer()).at());
    assertEquals(
        Map.of("from", "22:00", "until", "08:00", "zone", "America/New_York"),
        later.answer().reason().facts());
    assertInstanceOf(ContactAnswer.Allowed.class, send(QUESTION, "ann").answer());
    assertEquals(1, channel.delivered().size());
  }

  @Test
  void aPlaceThatAHigherCampaignReservedIsKeptFromALowerOne() {
    shop.consented("ann");
    FrequencyCap one = new FrequencyCap(1, 7);
    ContactQuestion high = priority("high", 5, one);
    ContactQuestion low = priority("low", 1, one);
    shop.policy.reserve(high, List.of(new CustomerId("ann")));
    ContactAnswer refused = send(low, "ann").answer();
    assertRule(Rule.OVER_CAP, refused);
    assertEquals("1", refused.reason().facts().get("reserved"));
    shop.policy.release(new CampaignId("high"));
    assertInstanceOf(
        ContactAnswer.Allowed.class,
        shop.policy.check(low, List.of(new CustomerId("ann"))).getFirst());
    shop.policy.reserve(high, List.of(new CustomerId("ann")));
    assertInstanceOf(ContactAnswer.Allowed.class, send(high, "ann").answer());
    assertRule(Rule.OVER_CAP, send(low, "ann").answer());
  }

  private static ContactQuestion priority(String campaign, int priority, FrequencyCap cap) {
    return new ContactQuestion(
        new CampaignId(campaign),
        "first",
        "email",
        Purpose.MARKETING,
        priority,
        NOW,
        QUESTION.split(),
        cap,
        false);
  }

  @Test
  void theHoldoutCannotBeReached() {
    List<Outgoing> everybody =
        IntStream.range(0, 400).mapToObj(i -> TestPolicy.outgoing("p" + i, NOW)).toList();
    ContactQuestion question = TestQuestions.question("spring", FrequencyCap.USUAL, true, 0.25);
    List<ContactResult> results = shop.policy.send(question, everybody);
    CoreExperiments experiments = new CoreExperiments();
    for (ContactResult r : results) {
      boolean held = experiments.assign(question.split(), r.customer()).isHoldout();
      assertEquals(held, r.outcome().isEmpty());
    }
    assertEquals(
        400 - channel.delivered().size(),
        results.stream().filter(r -> r.outcome().isEmpty()).count());
  }

  /// 8 threads, 40 campaigns, the same 25 people: nobody gets more than two messages in the window,
  /// and everybody two.
  @Test
  void campaignsThatRunTogetherCannotPassTheCapTogether() throws Exception {
    shop.consented(IntStream.range(0, 25).mapToObj(i -> "q" + i).toArray(String[]::new));
    List<Callable<Integer>> campaigns = new ArrayList<>();
    for (int c = 0; c < 40; c++) {
      ContactQuestion question = TestQuestions.question("c" + c, new FrequencyCap(2, 7), false);
      Instant at = NOW.plus(Duration.ofHours(c));
      List<Outgoing> people =
          IntStream.range(0, 25).mapToObj(i -> TestPolicy.outgoing("q" + i, at)).toList();
      campaigns.add(() -> shop.policy.send(question, people).size());
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(campaigns)) {
        done.get();
      }
    }
    Map<CustomerId, Integer> got = new ConcurrentHashMap<>();
    channel.delivered().forEach(p -> got.merge(p.customer(), 1, Integer::sum));
    assertEquals(25, got.size());
    got.forEach((person, n) -> assertEquals(2, n, person.value()));
  }

  @Test
  void aMissingChannelIsNamed() {
    shop.channels();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> shop.policy.send(QUESTION, List.of()));
    assertTrue(e.toString().contains("no channel 'email'"));
  }

  private Counts counts() {
    shop.ledger.upToDate();
    return shop.pages.counts(SPRING);
  }

  private static void assertRule(Rule rule, ContactAnswer answer) {
    assertEquals(rule, assertInstanceOf(Refused.class, answer, answer::toString).rule());
  }
}
