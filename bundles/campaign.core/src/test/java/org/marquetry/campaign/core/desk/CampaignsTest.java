package org.marquetry.campaign.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.access.api.Users;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignFinding;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.api.SeedList;
import org.marquetry.campaign.api.TestSend;
import org.marquetry.campaign.core.CorePlanner;
import org.marquetry.campaign.core.offer.OfferStore;
import org.marquetry.campaign.core.offer.StoredOffers;
import org.marquetry.campaign.core.response.ShopResponse;
import org.marquetry.campaign.policy.RealPolicy;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.mail.BlockMails;
import org.marquetry.copy.mail.MailDesignStore;
import org.marquetry.copy.mail.StoredMailDesigns;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.experiment.core.WarehousePastCampaigns;
import org.marquetry.experiment.core.registered.ExperimentLooks;
import org.marquetry.experiment.core.registered.ExperimentStore;
import org.marquetry.experiment.core.registered.StoredExperiments;
import org.marquetry.experiment.core.registered.WarehouseReadings;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.placement.bandit.BanditArmChooser;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On the real stores, planner, contact policy and ledger; only the segments, the channel and the
/// users are the test's.
class CampaignsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final int ALL = 200;
  private static final int WITHOUT_CONSENT = 20; // the first of them
  private static final int WITHOUT_ADDRESS = 10; // the next

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final Map<String, Message> got = new ConcurrentHashMap<>();
  private final Map<String, Decision> decided = new ConcurrentHashMap<>();
  private final Set<String> mishaps = new HashSet<>();
  private Function<String, SendOutcome> mishap =
      customer -> new SendOutcome.Sent("<" + customer + ">", URI.create("channel:test"));
  private List<Users.User> users = List.of();
  private DuckDbWarehouse warehouse;
  private H2Databases databases;
  private RealPolicy policy;
  private StoredOffers offers;
  private StoredMailDesigns designs;
  private StoredExperiments experiments;
  private CampaignStore store;
  private Desk desk;
  private Campaigns campaigns;
  private LaunchJob job;
  private TimersWhenTold timers;
  private LaunchKeeper keeper;

  @BeforeEach
  void open() throws IOException {
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    TestShop shop = new TestShop(warehouse);
    for (int i = 0; i < ALL; i++) {
      boolean reached = i < WITHOUT_CONSENT || i >= WITHOUT_CONSENT + WITHOUT_ADDRESS;
      shop.customer(
          id(i),
          reached
              ? Map.of("email", id(i) + "@shop.example", "language", i % 3 == 0 ? "zh-CN" : "en")
              : Map.of("language", "en"));
      if (i % 2 == 0) {
        shop.order("o" + i, id(i), "p", 1, 3_000, NOW.minus(Duration.ofDays(20)));
      }
    }
    shop.load();
    start();
    policy.consented(IntStream.range(WITHOUT_CONSENT, ALL).mapToObj(CampaignsTest::id).toList());
  }

  private static String id(int i) {
    return "c%03d".formatted(i);
  }

  private void start() throws IOException {
    databases = new H2Databases(folder.resolve("sql"), clock);
    policy = new RealPolicy(folder, warehouse, clock, new Mailbox());
    AuditTo audit = new AuditTo(_ -> {});
    offers =
        new StoredOffers(new OfferStore(databases, clock), audit, warehouse, ZoneOf.utc(clock));
    store = new CampaignStore(databases, clock);
    Mails mails = new BlockMails(warehouse, null, null, null);
    designs =
        new StoredMailDesigns(
            new MailDesignStore(databases, clock), mails, warehouse, audit, null, null);
    ExperimentStore registered = new ExperimentStore(databases, clock);
    experiments = new StoredExperiments(registered, audit, warehouse, ZoneOf.utc(clock));
    ShopResponse response =
        new ShopResponse(
            warehouse,
            experiments,
            new WarehouseReadings(
                registered,
                new ExperimentLooks(registered, warehouse, ZoneOf.utc(clock), new TimersWhenTold()),
                warehouse,
                ZoneOf.utc(clock)),
            new WarehousePastCampaigns(warehouse),
            ZoneOf.utc(clock),
            clock);
    desk =
        new Desk(
            store,
            new CorePlanner(
                new CoreExperiments(), new BanditArmChooser(), policy.policy(), new Log()),
            everybody(),
            offers,
            designs,
            response,
            new TeaShop(),
            warehouse,
            ZoneOf.utc(clock),
            clock);
    campaigns =
        new StoredCampaigns(
            desk, policy.policy(), policy.ledger(), offers, designs, mails, people(), audit);
    job = new LaunchJob(desk, policy.policy(), offers, mails, experiments, new Log());
    timers = new TimersWhenTold();
    keeper =
        new LaunchKeeper(
            desk,
            new JobsTo(request -> {
              job.run(new QuietRun(request.key()));
              return "job";
            }),
            timers);
  }

  private void stop() throws IOException {
    keeper.stop();
    policy.close();
    databases.close();
  }

  @AfterEach
  void close() throws IOException {
    stop();
    warehouse.close();
  }

  /// Keeps what it was handed, unless the test wants another outcome.
  private final class Mailbox implements Channel {
    @Override
    public String name() {
      return "email";
    }

    @Override
    public SendOutcome send(Permit permit, Message message) {
      String customer = permit.customer().value();
      SendOutcome outcome = mishap.apply(customer);
      if (outcome instanceof SendOutcome.Sent && got.put(customer, message) != null) {
        mishaps.add("doubled: " + customer);
      }
      return outcome;
    }
  }

  private final class Log implements DecisionLog {
    @Override
    public void append(List<Decision> decisions) {
      decisions.forEach(d -> decided.putIfAbsent(d.id().value(), d));
    }

    @Override
    public List<Decision> about(String person, int limit) {
      return decided.values().stream().filter(d -> d.person().equals(person)).limit(limit).toList();
    }
  }

  /// Every customer of the shop.
  private static Segments everybody() {
    List<CustomerId> members =
        IntStream.range(0, ALL).mapToObj(i -> new CustomerId(id(i))).toList();
    return (Segments)
        java.lang.reflect.Proxy.newProxyInstance(
            Segments.class.getClassLoader(),
            new Class<?>[] {Segments.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "members" -> members;
                  case "find" -> Optional.empty();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static final class TeaShop implements ShopSettings {
    @Override
    public Optional<ShopSettings.Settings> settings() {
      return Optional.of(
          new ShopSettings.Settings("Tea", Currency.getInstance("EUR"), ZoneId.of("UTC")));
    }

    @Override
    public void change(ShopSettings.Settings settings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Change> history() {
      return List.of();
    }
  }

  /// Users of whom the test says who there are.
  private Users people() {
    return (Users)
        java.lang.reflect.Proxy.newProxyInstance(
            Users.class.getClassLoader(),
            new Class<?>[] {Users.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "othersMay" ->
                      users.stream().anyMatch(u -> !u.id().equals(Actor.current().name()));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static MailText both(String zh, String en) {
    return new MailText(Map.of("zh", zh, "en", en));
  }

  /// Saved mails, one for each list of openings and blocks.
  private String mail(String name, List<MailOpening> openings, MailBlock... blocks) {
    List<MailBlock> all = new ArrayList<>(List.of(blocks));
    all.add(
        new MailBlock.Footer(both("本店给您写信。", "The shop wrote this."), both("退订", "Unsubscribe")));
    return designs.create(new MailDesign(name, List.of("en", "zh"), openings, all)).id();
  }

  private String greeting() {
    return mail(
        "Greeting " + designs.list().size(),
        List.of(new MailOpening(both("好久不见", "We miss you"), both("欢迎", "Come back"))),
        new MailBlock.Text(both("欢迎回来。", "Come back.")));
  }

  private Campaign.Builder winBack() {
    return Campaign.builder("Spring", Goal.WIN_BACK).mail(greeting()).holdoutShare(0.2);
  }

  /// As somebody who works in the shop.
  private static <T> T as(String user, java.util.function.Supplier<T> act) {
    return new Actor(Actor.Kind.USER, user, Set.of("*")).call(act);
  }

  private SavedCampaign approved(Campaign campaign) {
    SavedCampaign saved = as("ada", () -> campaigns.create(campaign));
    as("bob", () -> campaigns.answer(saved.id(), saved.version(), true, ""));
    return saved;
  }

  private CampaignProgress launched(SavedCampaign saved) {
    CampaignCheck check = campaigns.check(saved.id());
    CampaignProgress launched =
        as("ada", () -> campaigns.launch(saved.id(), saved.version(), check.recipients()));
    timers.run(); // those who get it are chosen; nobody's hour has come
    return launched;
  }

  private CampaignProgress settled(SavedCampaign saved) {
    timers.run();
    return campaigns.progress(saved.id()).orElseThrow();
  }

  @Test
  void whatIsPlannedOrGoesOutRestsOnTheProviderOfItsChannel() {
    SavedCampaign planned = approved(winBack().build());
    as("ada", () -> campaigns.create(winBack().name("By text").channel("sms").build()));
    CampaignUses uses = new CampaignUses(store, campaigns);
    assertEquals(List.of(), uses.uses());
    uses.channels = List.of(Map.entry(Map.of("marquetry.provider", "mail"), new Mailbox()));
    assertEquals(List.of(use(planned, Set.of())), uses.uses());
    launched(planned);
    assertEquals(List.of(use(planned, Set.of(Choice.HOLD, Choice.STOP))), uses.uses());
    uses.settle("campaign/" + planned.id(), Choice.HOLD);
    assertEquals(Set.of(planned.id()), campaigns.held());
    assertFalse(campaigns.isHeld());
    uses.settle("campaign/" + planned.id(), Choice.STOP);
    assertEquals(CampaignState.STOPPED, campaigns.state(planned.id()));
    assertEquals(Set.of(), campaigns.held());
    assertEquals(List.of(), uses.uses());
  }

  private static FeatureUse use(SavedCampaign saved, Set<Choice> choices) {
    return new FeatureUse(
        "campaign/" + saved.id(), "Spring", "ada", Channel.class.getName(), "mail", choices);
  }

  @Test
  void theCheckAddsUpAndTheLaunchDoesWhatItSaid() {
    SavedCampaign saved = approved(winBack().build());
    CampaignCheck check = campaigns.check(saved.id());
    assertEquals(ALL, check.sum().segment());
    assertEquals(WITHOUT_CONSENT, check.sum().of(Disposition.NO_CONSENT));
    assertEquals(WITHOUT_ADDRESS, check.sum().of(Disposition.NO_ADDRESS));
    assertTrue(check.isLaunchable(), check.findings()::toString);
    assertEquals(check.recipients(), check.hours().stream().mapToInt(Integer::intValue).sum());
    List<String> planned = names(saved, Disposition.PLANNED);
    List<String> heldOut = names(saved, Disposition.HOLDOUT);
    assertEquals(check.recipients(), planned.size());
    assertEquals(check.sum().of(Disposition.HOLDOUT), heldOut.size());
    assertEquals(CampaignState.CHOOSING, launched(saved).state());
    assertEquals(Map.of(), got);
    now.set(NOW.plus(Duration.ofDays(1))); // everybody's hour has come
    CampaignProgress progress = settled(saved);
    assertEquals(CampaignState.SENT, progress.state(), progress::toString);
    assertEquals(Optional.of(check.sum()), progress.sum());
    assertEquals(check.recipients(), progress.sent());
    assertEquals(new TreeSet<>(planned), new TreeSet<>(got.keySet()));
    assertEquals(planned, names(saved, Disposition.PLANNED));
    assertEquals(heldOut, names(saved, Disposition.HOLDOUT));
    assertEquals(Set.of(), mishaps);
    assertEquals(
        check.recipients() + heldOut.size(),
        decided.values().stream().filter(d -> d.point().equals("campaign.send")).count());
    Decision one =
        decided.values().stream()
            .filter(d -> d.person().equals(planned.getFirst()))
            .findFirst()
            .orElseThrow();
    assertEquals(Map.of(saved.id(), "message"), one.arms());
    assertEquals(0.8, one.candidates().getFirst().probability(), 1e-9);
  }

  private List<String> names(SavedCampaign saved, Disposition part) {
    return campaigns.people(saved.id(), part, Optional.empty(), 1_000).stream()
        .map(p -> p.customer().value())
        .toList();
  }

  @Test
  void eachReadsTheOwnLanguage() {
    SavedCampaign saved = approved(winBack().build());
    launched(saved);
    now.set(NOW.plus(Duration.ofDays(1)));
    settled(saved);
    assertTrue(got.size() > 100, got.size() + " messages");
    got.forEach((customer, message) -> {
      boolean chinese = Integer.parseInt(customer.substring(1)) % 3 == 0;
      assertEquals(chinese ? "好久不见" : "We miss you", message.subject(), customer);
      assertTrue(message.text().contains(Message.UNSUBSCRIBE), customer);
    });
  }

  @Test
  void aDoubleClickIsOneLaunchAndAKillInTheMiddleDoublesNothing() throws IOException {
    SavedCampaign saved = approved(winBack().build());
    CampaignProgress first = launched(saved);
    CampaignProgress second = as("bob", () -> campaigns.launch(saved.id(), saved.version(), 1));
    assertEquals(first.at(), second.at());
    assertEquals(first.by(), second.by());
    now.set(NOW.plus(Duration.ofDays(1)));
    Function<String, SendOutcome> well = mishap;
    mishap =
        customer -> {
          if (got.size() == 30) {
            throw new IllegalStateException("the machine went down");
          }
          return well.apply(customer);
        };
    assertThrows(IllegalStateException.class, timers::run);
    mishap = well;
    stop();
    start();
    CampaignProgress progress = settled(saved);
    assertEquals(CampaignState.SENT, progress.state(), progress::toString);
    assertEquals(1, progress.unknown(), progress::toString);
    assertEquals(got.size(), progress.sent(), progress::toString);
    assertEquals(Set.of(), mishaps);
    assertEquals(
        List.of("campaign-unknown/" + saved.id(), "campaign-sent/" + saved.id()), agenda());
    List<CustomerId> unknown = campaigns.unknown(saved.id(), Optional.empty(), 10);
    assertEquals(1, as("ada", () -> campaigns.settle(saved.id(), unknown, true)));
    progress = settled(saved);
    assertEquals(0, progress.unknown(), progress::toString);
    assertEquals(CampaignState.SENT, progress.state(), progress::toString);
    assertEquals(got.size(), progress.sent(), progress::toString);
    assertEquals(Set.of(), mishaps);
  }

  @Test
  void aStopLetsNothingMoreOutAndACorrectionGoesToThoseWhoGotIt() {
    SavedCampaign saved = approved(winBack().build());
    launched(saved);
    Function<String, SendOutcome> well = mishap;
    mishap =
        customer -> {
          if (got.size() == 25) {
            as("ada", () -> campaigns.stop(saved.id()));
          }
          return well.apply(customer);
        };
    now.set(NOW.plus(Duration.ofDays(1)));
    CampaignProgress progress = settled(saved);
    assertEquals(CampaignState.STOPPED, progress.state());
    assertEquals(got.size(), progress.sent(), progress::toString);
    int all = progress.sum().orElseThrow().of(Disposition.PLANNED);
    assertEquals(all - got.size(), progress.stopped(), progress::toString);
    assertTrue(progress.stopped() > 0, "the first batch was not all");
    Set<String> served = new TreeSet<>(got.keySet());
    got.clear();
    mishap = well;
    SavedCampaign correction =
        approved(
            winBack()
                .name("Spring, put right")
                .corrects(new CampaignId(saved.id()))
                .purpose(org.marquetry.campaign.api.Purpose.SERVICE)
                .holdoutShare(0)
                .build());
    launched(correction);
    now.set(NOW.plus(Duration.ofDays(2)));
    settled(correction);
    assertEquals(served, new TreeSet<>(got.keySet()));
  }

  private List<String> agenda() {
    return new CampaignAgenda(desk).items(NOW).stream().map(AgendaItem::key).toList();
  }

  @Test
  void whoChangedItCannotApproveItAndAChangeWithdrawsTheApproval() {
    users =
        List.of(
            new Users.User("ada", "Ada", Set.of("approver"), "en"),
            new Users.User("bob", "Bob", Set.of("approver"), "en"));
    SavedCampaign saved = as("ada", () -> campaigns.create(winBack().build()));
    as("ada", () -> campaigns.ask(saved.id(), 1, "please"));
    assertEquals(CampaignState.ASKED, campaigns.state(saved.id()));
    assertEquals(List.of("campaign-approve/" + saved.id()), agenda());
    assertThrows(
        IllegalArgumentException.class,
        () -> as("ada", () -> campaigns.answer(saved.id(), 1, true, "")));
    assertThrows(IllegalArgumentException.class, () -> launched(saved));
    as("bob", () -> campaigns.answer(saved.id(), 1, true, "fine"));
    assertEquals(CampaignState.APPROVED, campaigns.state(saved.id()));
    assertEquals(List.of(), agenda());
    SavedCampaign changed =
        as("ada", () -> campaigns.change(saved.id(), 1, winBack().days(14).build()));
    assertEquals(CampaignState.DRAFT, campaigns.state(saved.id()));
    assertThrows(
        VersionConflict.class, () -> as("bob", () -> campaigns.answer(saved.id(), 1, true, "")));
    assertThrows(IllegalArgumentException.class, () -> launched(changed));
    assertEquals(
        List.of(Approval.Act.APPROVED, Approval.Act.ASKED),
        campaigns.approvals(saved.id()).stream().map(Approval::act).toList());
    users = List.of(new Users.User("ada", "Ada", Set.of("approver"), "en")); // nobody else can
    as("ada", () -> campaigns.answer(saved.id(), 2, true, ""));
    String mail = changed.campaign().mail().orElseThrow();
    designs.change(mail, 1, designs.find(mail).orElseThrow().design());
    assertEquals(CampaignState.DRAFT, campaigns.state(saved.id()), "the mail was changed since");
    as("ada", () -> campaigns.answer(saved.id(), 2, true, ""));
    launched(changed);
    assertThrows(
        IllegalArgumentException.class,
        () -> as("ada", () -> campaigns.change(saved.id(), 2, winBack().days(15).build())));
    assertThrows(
        IllegalArgumentException.class, () -> as("ada", () -> campaigns.delete(saved.id(), 2)));
  }

  @Test
  void aTestGoesToTheSeedListOnlyAndCountsNowhere() {
    SeedList seeds = policy.seeds(databases);
    Offer tenPercent =
        Offer.builder("Ten", new Benefit.Percent(0.1)).coupon(new Coupon.Each()).build();
    String coded =
        mail(
            "Coded",
            List.of(
                new MailOpening(both("甲", "A"), both("一", "One")),
                new MailOpening(both("乙", "B"), both("二", "Two"))),
            new MailBlock.Coupon(both("您的优惠码", "Your code")));
    SavedCampaign saved =
        campaigns.create(winBack().offer(offers.create(tenPercent).id()).mail(coded).build());
    List<String> wanted = List.of("ada@shop.example", "bob@shop.example");
    assertThrows(IllegalArgumentException.class, () -> campaigns.test(saved.id(), wanted));
    assertEquals(Map.of(), got);
    assertThrows(IllegalArgumentException.class, () -> seeds.change(List.of("ada")));
    seeds.change(wanted);
    List<TestSend> sent = campaigns.test(saved.id(), wanted);
    assertEquals(
        List.of(
            "ada@shop.example A", "bob@shop.example A", "ada@shop.example B", "bob@shop.example B"),
        sent.stream().map(s -> s.address() + " " + s.variant()).toList());
    assertTrue(sent.stream().allMatch(s -> s.outcome() instanceof SendOutcome.Sent));
    assertTrue(
        got.values().stream()
            .allMatch(
                m -> m.text().contains("TEST-CODE") && m.subject().matches("(【测试】|\\[Test\\]).*")),
        got.values().stream().map(Message::subject).toList().toString());
    assertEquals(0, policy.ledger().counts(new CampaignId(saved.id())).sent());
    assertEquals(CampaignState.DRAFT, campaigns.state(saved.id()));
  }

  @Test
  void everyoneGetsACodeOfTheirOwnAndTooFewStopTheLaunch() {
    Offer tenPercent =
        Offer.builder("Ten", new Benefit.Percent(0.1)).coupon(new Coupon.Each()).build();
    String offer = offers.create(tenPercent).id();
    String coded =
        mail(
            "Coded",
            List.of(
                new MailOpening(both("甲", "A"), both("一", "One")),
                new MailOpening(both("乙", "B"), both("二", "Two"))),
            new MailBlock.Coupon(both("您的优惠码", "Your code")));
    Campaign campaign = winBack().offer(offer).mail(coded).build();
    SavedCampaign saved = approved(campaign);
    assertTrue(kinds(saved, true).contains(CampaignFinding.Kind.CODES));
    List<String> codes = IntStream.range(0, ALL).mapToObj(i -> "TEN-" + i).toList();
    offers.addCodes(offer, codes);
    assertEquals(List.of(), kinds(saved, true));
    launched(saved);
    now.set(NOW.plus(Duration.ofDays(1)));
    CampaignProgress progress = settled(saved);
    Set<String> given = new HashSet<>();
    got.forEach((customer, message) -> {
      List<String> in =
          codes.stream().filter(c -> message.text().matches("(?s).*" + c + "\\b.*")).toList();
      assertEquals(1, in.size(), customer + " got " + in);
      assertTrue(given.add(in.getFirst()), in.getFirst() + " was given twice");
    });
    assertEquals(progress.sent(), given.size());
    List<Event> told = policy.told(EventTypes.SENT);
    assertEquals(progress.sent(), told.size());
    told.forEach(e -> assertEquals("0.1", e.properties().get(EventProperties.DISCOUNT)));
    Map<String, Long> subjects =
        got.values().stream()
            .collect(Collectors.groupingBy(Message::subject, Collectors.counting()));
    assertEquals(Set.of("A", "B", "甲", "乙"), subjects.keySet());
    long first = subjects.get("A") + subjects.get("甲");
    assertTrue(first > 40 && got.size() - first > 40, subjects::toString);
    RegisteredExperiment experiment = experiments.find(saved.id()).orElseThrow();
    assertEquals(
        List.of("A", "B"),
        experiment.plan().variants().stream().map(Design.Share::variant).toList());
    assertEquals(saved.id(), experiment.salt());
  }

  private List<CampaignFinding.Kind> kinds(SavedCampaign saved, boolean stops) {
    return campaigns.check(saved.id()).findings().stream()
        .filter(f -> f.stops() == stops)
        .map(CampaignFinding::kind)
        .toList();
  }

  @Test
  void anUnfinishedOneCannotBeLaunched() {
    SavedCampaign empty =
        approved(Campaign.builder("Later", Goal.SECOND_ORDER).offer("o-gone").build());
    assertEquals(
        List.of(CampaignFinding.Kind.MAIL, CampaignFinding.Kind.OFFER), kinds(empty, true));
    assertThrows(IllegalArgumentException.class, () -> launched(empty));
    assertEquals(Optional.empty(), campaigns.progress(empty.id()));
    SavedCampaign saved = approved(winBack().build());
    IllegalArgumentException others =
        assertThrows(
            IllegalArgumentException.class,
            () -> as("ada", () -> campaigns.launch(saved.id(), 1, 3)));
    assertTrue(others.getMessage().contains("not 3"), others.getMessage());
  }

  @Test
  void theSwitchHoldsAllBackAndWhatIsDueWaits() {
    SavedCampaign saved = approved(winBack().build());
    launched(saved);
    settled(saved); // chosen
    as(
        "ada",
        () -> {
          campaigns.hold(true);
          return true;
        });
    now.set(NOW.plus(Duration.ofDays(1)));
    CampaignProgress progress = settled(saved);
    assertEquals(0, progress.sent(), progress::toString);
    as(
        "ada",
        () -> {
          campaigns.hold(false);
          return true;
        });
    assertEquals(CampaignState.SENT, settled(saved).state());
    assertTrue(got.size() > 100, got.size() + " messages");
  }

  @Test
  void oneThatIsHeldWaitsWhileAnotherGoesOut() {
    SavedCampaign waits = approved(winBack().build());
    SavedCampaign goes = approved(winBack().name("Summer").build());
    launched(waits);
    as("ada", () -> campaigns.hold(waits.id(), true));
    launched(goes);
    settled(goes); // both are chosen
    now.set(NOW.plus(Duration.ofDays(1)));
    assertEquals(CampaignState.SENT, settled(goes).state());
    assertEquals(0, settled(waits).sent());
    assertThrows(
        IllegalArgumentException.class, () -> as("ada", () -> campaigns.hold(goes.id(), true)));
    as("ada", () -> campaigns.hold(waits.id(), false));
    assertEquals(CampaignState.SENT, settled(waits).state());
  }

  @Test
  void anErasedPersonIsNamedNowhereAndTheCountsStay() {
    SavedCampaign saved = approved(winBack().build());
    launched(saved);
    settled(saved);
    CampaignProgress before = campaigns.progress(saved.id()).orElseThrow();
    String person = names(saved, Disposition.PLANNED).getFirst();
    CampaignData data = new CampaignData(store, databases);
    PersonIds ids = PersonIds.NONE.and(PersonIds.Kind.CUSTOMER, List.of(person));
    assertEquals(1, data.export(ids).size());
    assertEquals(1, data.erase(new Erasure(ids, "0".repeat(32)), new QuietRun("erase")));
    assertEquals(List.of(), data.export(ids));
    CampaignProgress after = campaigns.progress(saved.id()).orElseThrow();
    assertEquals(before.waiting() - 1, after.waiting());
    assertEquals(Map.of("campaign.erased", 1), after.held());
    now.set(NOW.plus(Duration.ofDays(1)));
    settled(saved);
    assertTrue(!got.containsKey(person), "an erased person got a message");
    List<String> everybody = new ArrayList<>();
    data.everybody(page -> everybody.addAll(page.of(PersonIds.Kind.CUSTOMER)));
    assertTrue(
        !everybody.contains(person) && everybody.stream().noneMatch(c -> c.startsWith("erased")),
        everybody::toString);
  }

  @Test
  void eachChangeIsAVersionThatComesBack() throws IOException {
    SavedCampaign first = as("ada", () -> campaigns.create(winBack().segment("s-1").build()));
    as("bob", () -> campaigns.change(first.id(), 1, winBack().name("Summer").build()));
    as("ada", () -> campaigns.delete(first.id(), 2));
    assertEquals(List.of(), campaigns.list());
    stop();
    start();
    assertEquals(first.campaign(), campaigns.history(first.id()).getLast().campaign());
    SavedCampaign back = as("ada", () -> campaigns.restore(first.id(), 1));
    assertEquals(first.campaign(), back.campaign());
    assertEquals(4, back.version());
    assertEquals(List.of("Spring"), campaigns.list().stream().map(SavedCampaign::name).toList());
  }
}
