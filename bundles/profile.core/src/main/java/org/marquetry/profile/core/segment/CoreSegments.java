package org.marquetry.profile.core.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.Check.Verdict;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentDay;
import org.marquetry.profile.api.SegmentIdea;
import org.marquetry.profile.api.SegmentMatch;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentTemplate;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.SegmentWarning;
import org.marquetry.profile.api.Segments;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.core.live.LiveStore;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// Segments over the boards; membership is looked up, never stored.
@Provider("core")
@Component
public final class CoreSegments implements Segments {
  private static final int MOST_IDEAS = 100;

  @Reference volatile List<TraitSource> partners = List.of();

  private final SegmentStore store;
  private final LiveProfiles profiles;
  private final Audit audit;
  private final ShopZone zone;
  private final Boards boards;
  private final Catalogue catalogue;
  private final Sources sources = new Sources();
  private final Evidence evidence;
  private final Exports exports = new Exports();
  private final Supplier<Optional<String>> currency;

  @Activate
  public CoreSegments(
      @Reference LiveStore live,
      @Reference SegmentStore store,
      @Reference LiveProfiles profiles,
      @Reference Warehouse warehouse,
      @Reference ComputePool pool,
      @Reference Audit audit,
      @Reference ShopZone zone,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ShopSettings settings) {
    this(live, store, profiles, warehouse, pool, audit, zone, () -> currency(settings));
  }

  /// @param shopCurrency what money is counted in, once the shop has said so
  public CoreSegments(
      LiveStore live,
      SegmentStore store,
      LiveProfiles profiles,
      Warehouse warehouse,
      ComputePool pool,
      Audit audit,
      ShopZone zone,
      Supplier<Optional<String>> shopCurrency) {
    this.store = store;
    this.profiles = profiles;
    this.audit = audit;
    this.zone = zone;
    currency = () -> shopCurrency.get().or(live.fold()::anyCurrency);
    boards =
        Actor.SYSTEM.call(() ->
            new Boards(live.fold(), pool, () -> new Basis(zone, currency.get().orElse(null))));
    catalogue = new Catalogue(live.fold());
    evidence = new Evidence(profiles, warehouse, zone);
  }

  private static Optional<String> currency(@Nullable ShopSettings settings) {
    return settings == null
        ? Optional.empty()
        : Actor.SYSTEM.call(settings::settings).map(s -> s.currency().getCurrencyCode());
  }

  @Deactivate
  void stop() {
    boards.stop();
    catalogue.stop();
  }

  private Counting counting(SegmentRule rule) {
    Basis basis = boards.basis();
    return new Counting(
        boards,
        planner(basis).plan(rule),
        SegmentRule.nodes(rule).size(),
        basis,
        zone.today().toEpochDay());
  }

  private Planner planner(Basis basis) {
    LocalDate today = zone.today();
    return new Planner(
        new Scans(basis, today, catalogue), boards, sources, partners, today, store.newest()::find);
  }

  private SegmentWords words() {
    return new SegmentWords(
        currency.get().orElse(null), this::trait, catalogue::title, id -> named(id));
  }

  private Optional<String> named(String id) {
    return store.newest().find(id).filter(s -> !s.isDeleted()).map(SavedSegment::name);
  }

  private Optional<Trait> trait(String id) {
    return traits().stream().map(SegmentTrait::trait).filter(t -> t.id().equals(id)).findFirst();
  }

  @Override
  public List<SegmentTrait> traits() {
    return Stream.concat(LiveTraits.ALL.stream(), Sources.traits(partners)).toList();
  }

  @Override
  public List<SegmentIdea> ideas(String text, int limit) {
    check("limit", limit, MOST_IDEAS);
    return new Ideas(
            traits(), deeds(), catalogue, store.newest().list(), trait -> choices(trait, 1))
        .find(text, limit);
  }

  @Override
  public List<String> choices(String trait, int limit) {
    check("limit", limit, SegmentRule.MAX_VALUES);
    Map<String, Integer> counts =
        LiveTraits.TEXTS.containsKey(trait) ? words(trait) : sources.words(partners, trait, boards);
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Integer> words(String trait) {
    Map<String, Integer> counts = new HashMap<>();
    boards
        .each(board -> {
          Map<String, Integer> here = new HashMap<>();
          board.column(trait).count(board.size, here);
          return here;
        })
        .forEach(part -> part.forEach((word, count) -> counts.merge(word, count, Integer::sum)));
    return counts;
  }

  @Override
  public Optional<String> title(String product) {
    return catalogue.title(product);
  }

  @Override
  public List<String> deeds() {
    List<String> deeds = new ArrayList<>(List.of(EventTypes.ORDERED));
    boards
        .each(board -> List.copyOf(board.types))
        .forEach(types ->
            types.stream()
                .filter(t -> !t.isEmpty())
                .forEach(type -> {
                  if (!deeds.contains(type)) {
                    deeds.add(type);
                  }
                }));
    return deeds;
  }

  @Override
  public List<SegmentTemplate> templates() {
    return Templates.ALL;
  }

  @Override
  public SegmentCount count(SegmentRule rule) {
    return counting(rule).count();
  }

  @Override
  public List<Profile> sample(SegmentRule rule, long seed, int limit) {
    check("limit", limit, 100);
    return counting(rule).sample(seed, limit).stream()
        .flatMap(id -> profiles.profile(new CustomerId(id)).stream())
        .toList();
  }

  @Override
  public List<CustomerId> members(SegmentRule rule) {
    return counting(rule).members().stream().map(CustomerId::new).toList();
  }

  @Override
  public boolean isMember(SegmentRule rule, CustomerId customer) {
    Plan plan = planner(boards.basis()).plan(rule);
    return boards
        .at(customer.value(), (board, at) -> Plan.at(plan, board, at) == Verdict.TRUE)
        .orElse(false);
  }

  @Override
  public Optional<SegmentMatch> explain(SegmentRule rule, CustomerId customer) {
    Basis basis = boards.basis();
    Plan plan = planner(basis).plan(rule);
    LocalDate today = zone.today();
    return boards
        .at(
            customer.value(),
            (board, at) ->
                new Explaining(
                        rule, plan, board, at, new Scans(basis, today, catalogue), basis, today)
                    .rows())
        .map(found -> {
          SegmentWords words = words();
          List<SegmentMatch.RowMatch> rows =
              found.rows().stream()
                  .map(row -> {
                    Optional<Object> value =
                        row.value()
                            .or(() ->
                                SegmentRule.trait(row.row())
                                    .flatMap(t -> sources.value(partners, t, customer.value())));
                    return new SegmentMatch.RowMatch(
                        row.node(),
                        words.clause(row.row()),
                        words.actual(row.row(), value),
                        row.verdict(),
                        row.good(),
                        evidence.of(row.row(), customer));
                  })
                  .toList();
          return new SegmentMatch(customer, found.member(), rows);
        });
  }

  @Override
  public Words sentence(SegmentRule rule) {
    return words().sentence(rule);
  }

  @Override
  public List<SegmentWarning> warnings(SegmentRule rule, Optional<String> self) {
    return new Warnings(this::counting, this::trait, store, self).of(rule);
  }

  @Override
  public String write(Group rule) {
    return RuleText.json(rule);
  }

  @Override
  public Group read(String json) {
    return RuleText.read(json);
  }

  @Override
  public List<SavedSegment> list() {
    return store.newest().list();
  }

  @Override
  public List<SavedSegment> deleted() {
    return store.newest().deleted();
  }

  @Override
  public Optional<SavedSegment> find(String id) {
    return store.newest().find(id);
  }

  @Override
  public List<SavedSegment> history(String id) {
    return store.history(id);
  }

  @Override
  public List<SegmentDay> sizes(String id, int limit) {
    check("limit", limit, 1_000);
    return store.sizes(id, limit);
  }

  @Override
  public SavedSegment create(String name, Group rule) {
    checkSavable(rule, Optional.empty());
    SavedSegment made = store.create(name, rule);
    measure(made);
    return noted("segment.create", made);
  }

  @Override
  public SavedSegment change(String id, int version, String name, String owner, Group rule) {
    checkSavable(rule, Optional.of(id));
    return noted("segment.change", store.change(id, version, name, owner, rule, Act.CHANGED));
  }

  @Override
  public SavedSegment delete(String id, int version) {
    SavedSegment now = store.newest().known(id);
    List<String> users =
        store.newest().list().stream()
            .filter(s -> SegmentRule.nodes(s.rule()).contains(new SegmentRule.MemberRow(id)))
            .map(SavedSegment::name)
            .toList();
    if (!users.isEmpty()) {
      throw new IllegalArgumentException("other segments name it: " + String.join(", ", users));
    }
    return noted(
        "segment.delete",
        store.change(id, version, now.name(), now.owner(), now.rule(), Act.DELETED));
  }

  @Override
  public SavedSegment restore(String id, int version) {
    SavedSegment now = store.newest().known(id);
    SavedSegment then = Versions.former(store.history(id), version);
    checkSavable(then.rule(), Optional.of(id));
    return noted(
        "segment.restore",
        store.change(id, now.version(), then.name(), then.owner(), then.rule(), Act.RESTORED));
  }

  private void checkSavable(Group rule, Optional<String> self) {
    if (SegmentRule.nodes(rule).stream().noneMatch(SegmentRule.Row.class::isInstance)) {
      throw new IllegalArgumentException("a segment must have one condition at least");
    }
    new Warnings(this::counting, this::trait, store, self)
        .refusal(rule)
        .ifPresent(warning -> {
          throw new IllegalArgumentException(warning.text().en());
        });
  }

  private SavedSegment noted(String action, SavedSegment segment) {
    audit.note(
        new Audit.Act(
            action,
            "segment/" + segment.id(),
            Map.of("version", Integer.toString(segment.version()))));
    return segment;
  }

  /// Keep how many a segment has today, unless that is kept already.
  void measure(SavedSegment segment) {
    store.size(segment.id(), zone.today(), count(segment.rule()).count());
  }

  @Override
  public List<Profile> export(String id, Optional<CustomerId> after, int limit) {
    check("limit", limit, MAX_PAGE);
    SavedSegment segment = store.newest().known(id);
    if (after.isEmpty()) {
      List<String> all = exports.begin(id, counting(segment.rule()).members());
      audit.note(
          new Audit.Act(
              "segment.export",
              "segment/" + id,
              Map.of(
                  "version",
                  Integer.toString(segment.version()),
                  "members",
                  Integer.toString(all.size()))));
    }
    return exports.page(id, after, limit, () -> counting(segment.rule()).members()).stream()
        .flatMap(member -> profiles.profile(new CustomerId(member)).stream())
        .toList();
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1.." + most + ", got " + value);
    }
  }
}
