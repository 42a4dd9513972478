package org.marquetry.campaign.core.proposal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.access.api.Users;
import org.marquetry.campaign.core.CorePlanner;
import org.marquetry.campaign.core.desk.CampaignStore;
import org.marquetry.campaign.core.desk.Desk;
import org.marquetry.campaign.core.desk.StoredCampaigns;
import org.marquetry.campaign.core.offer.OfferStore;
import org.marquetry.campaign.core.offer.StoredOffers;
import org.marquetry.campaign.core.response.ShopResponse;
import org.marquetry.campaign.policy.RealPolicy;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.grammar.GrammarCopyWriter;
import org.marquetry.copy.mail.BlockMails;
import org.marquetry.copy.mail.MailDesignStore;
import org.marquetry.copy.mail.StoredMailDesigns;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.experiment.core.WarehousePastCampaigns;
import org.marquetry.experiment.core.registered.ExperimentLooks;
import org.marquetry.experiment.core.registered.ExperimentStore;
import org.marquetry.experiment.core.registered.StoredExperiments;
import org.marquetry.experiment.core.registered.WarehouseReadings;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.placement.bandit.BanditArmChooser;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// Proposals on the real stores, planner, contact policy, writer and experiments; segments are
/// counted from the warehouse's orders, by rows on orders and the last order only.
final class RealProposals implements AutoCloseable {
  final Map<String, SavedSegment> saved = new HashMap<>();
  final Desk desk;
  final StoredOffers offers;
  final StoredMailDesigns designs;
  final StoredExperiments experiments;
  final CampaignStore store;
  final CoreProposals proposals;
  final StoredCampaigns campaigns;
  private final DuckDbWarehouse warehouse;
  private final InstantSource clock;
  private final H2Databases databases;
  private final RealPolicy policy;
  private final AtomicInteger numbers = new AtomicInteger();
  private List<Standing> everybody = List.of();

  RealProposals(
      Path folder, DuckDbWarehouse warehouse, String currency, ZoneId zone, InstantSource clock)
      throws IOException {
    this.warehouse = warehouse;
    this.clock = clock;
    databases = new H2Databases(folder.resolve("sql"), clock);
    policy = new RealPolicy(folder, warehouse, clock, new Nowhere());
    AuditTo audit = new AuditTo(_ -> {});
    ZoneOf days = new ZoneOf(zone, clock);
    offers = new StoredOffers(new OfferStore(databases, clock), audit, warehouse, days);
    store = new CampaignStore(databases, clock);
    Mails mails = new BlockMails(warehouse, null, null, null);
    designs =
        new StoredMailDesigns(
            new MailDesignStore(databases, clock), mails, warehouse, audit, null, null);
    ExperimentStore registered = new ExperimentStore(databases, clock);
    experiments = new StoredExperiments(registered, audit, warehouse, days);
    ShopResponse response =
        new ShopResponse(
            warehouse,
            experiments,
            new WarehouseReadings(
                registered,
                new ExperimentLooks(registered, warehouse, days, new TimersWhenTold()),
                warehouse,
                days),
            new WarehousePastCampaigns(warehouse),
            days,
            clock);
    Segments segments = segments();
    desk =
        new Desk(
            store,
            new CorePlanner(
                new CoreExperiments(), new BanditArmChooser(), policy.policy(), new NoLog()),
            segments,
            offers,
            designs,
            response,
            new Settings(currency, zone),
            warehouse,
            days,
            clock);
    proposals =
        new CoreProposals(
            desk,
            response,
            segments,
            offers,
            designs,
            mails,
            new GrammarCopyWriter(),
            warehouse,
            audit,
            days,
            clock);
    campaigns =
        new StoredCampaigns(
            desk, policy.policy(), policy.ledger(), offers, designs, mails, nobody(), audit);
  }

  /// Looks for the best one when the timers run.
  ProposalAgenda agenda(Timers timers) {
    ZoneId zone = ZoneOffset.UTC;
    return new ProposalAgenda(
        proposals,
        campaigns,
        new Settings("EUR", zone),
        warehouse,
        new ZoneOf(zone, clock),
        clock,
        timers);
  }

  /// Nobody is asked who may approve.
  private static Users nobody() {
    return (Users)
        java.lang.reflect.Proxy.newProxyInstance(
            Users.class.getClassLoader(),
            new Class<?>[] {Users.class},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  void consented(Collection<CustomerId> people) {
    policy.consented(people.stream().map(CustomerId::value).toList());
  }

  Segments segments() {
    return (Segments)
        java.lang.reflect.Proxy.newProxyInstance(
            Segments.class.getClassLoader(),
            new Class<?>[] {Segments.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "members" -> members((SegmentRule) arguments[0]);
                  case "sentence" -> new Words("细分", arguments[0].toString());
                  case "list" -> List.copyOf(saved.values());
                  case "find" -> Optional.ofNullable(saved.get(arguments[0]));
                  case "create" -> create((String) arguments[0], (SegmentRule.Group) arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private SavedSegment create(String name, SegmentRule.Group rule) {
    String id = "s" + numbers.incrementAndGet();
    SavedSegment segment =
        new SavedSegment(id, 1, name, "test", rule, Act.CREATED, clock.instant(), "test");
    saved.put(id, segment);
    return segment;
  }

  /// How somebody stands.
  ///
  /// @param quiet days since the last order; empty: there is none
  private record Standing(CustomerId customer, long orders, OptionalLong quiet) {}

  private List<Standing> read() {
    return warehouse.query(
        """
        SELECT c.customer_id, count(DISTINCT l.order_id) AS orders,
          date_diff('day', max(l.ordered_at), CAST(? AS TIMESTAMP)) AS quiet
        FROM v1.customers c LEFT JOIN v1.order_lines l ON l.customer_id = c.customer_id AND l.kept
        GROUP BY c.customer_id ORDER BY c.customer_id
        """,
        List.of(clock.instant()),
        row ->
            new Standing(
                new CustomerId(row.string("customer_id")),
                row.longValue("orders"),
                row.optLong("quiet")));
  }

  private List<CustomerId> members(SegmentRule rule) {
    if (everybody.isEmpty()) {
      everybody = read();
    }
    return everybody.stream().filter(p -> meets(rule, p)).map(Standing::customer).toList();
  }

  private boolean meets(SegmentRule rule, Standing person) {
    return switch (rule) {
      case SegmentRule.Group(var _, List<SegmentRule> parts) ->
          parts.stream().allMatch(p -> meets(p, person));
      case SegmentRule.MemberRow(String id) ->
          meets(Objects.requireNonNull(saved.get(id)).rule(), person);
      case SegmentRule.NumberRow n ->
          person.orders >= n.from().orElse(0) && person.orders <= n.to().orElse(Double.MAX_VALUE);
      case SegmentRule.DeedRow _ -> true; // what was bought is not counted here
      case SegmentRule.DaysAgoRow d ->
          person.quiet.isPresent()
              && person.quiet.getAsLong() >= d.from().orElse(0)
              && person.quiet.getAsLong() <= d.to().orElse(Integer.MAX_VALUE);
      default -> throw new UnsupportedOperationException(rule.toString());
    };
  }

  @Override
  public void close() throws IOException {
    policy.close();
    databases.close();
  }

  private record Settings(String currency, ZoneId zone) implements ShopSettings {
    @Override
    public Optional<ShopSettings.Settings> settings() {
      return Optional.of(new ShopSettings.Settings("Tea", Currency.getInstance(currency), zone));
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

  private static final class Nowhere implements Channel {
    @Override
    public String name() {
      return "email";
    }

    @Override
    public SendOutcome send(Permit permit, Message message) {
      throw new UnsupportedOperationException("nothing is sent of a proposal");
    }
  }

  private static final class NoLog implements DecisionLog {
    @Override
    public void append(List<Decision> decisions) {
      throw new UnsupportedOperationException("a proposal decides on nobody");
    }

    @Override
    public List<Decision> about(String person, int limit) {
      return List.of();
    }
  }
}
