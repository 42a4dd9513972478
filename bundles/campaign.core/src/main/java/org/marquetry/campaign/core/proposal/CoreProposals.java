package org.marquetry.campaign.core.proposal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.campaign.api.Approach;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.CampaignProposals;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.campaign.api.Proposal;
import org.marquetry.campaign.api.ProposalChoice;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.campaign.api.Proposed;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.core.Worth;
import org.marquetry.campaign.core.desk.Desk;
import org.marquetry.campaign.core.response.Baselines;
import org.marquetry.campaign.core.response.ShopResponse;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.Mails;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Proposals are campaigns that are planned and forecast as a check would, before they exist.
///
/// The id of the campaign follows from the choice, so its hold-out is drawn before it exists, and
/// who adopts twice gets one. Segment, offer and mail are saved before it: what a crash leaves is
/// an unused draft, which the next try takes.
@Provider("core")
@Component
public final class CoreProposals implements CampaignProposals {
  /// For so long the shop is as it was read.
  private static final Duration FRESH = Duration.ofMinutes(1);

  /// Where a discount promises a profit of fewer people, half of it is proposed.
  private static final int FEW = 20;

  private static final int LONGEST_NAME = 90;
  private static final String WORKING_NAME = "proposal";

  private final Desk desk;
  private final ShopResponse response;
  private final Segments segments;
  private final Offers offers;
  private final MailDesigns designs;
  private final Letterhead letterhead;
  private final Goods goods;
  private final Audit audit;
  private final ShopZone zone;
  private final InstantSource clock;
  private volatile @Nullable Sight sight;

  /// The shop as it was read: everybody by the days ahead, and the mails that were written.
  private record Sight(
      Instant at, Map<Integer, List<Candidate>> people, Map<ProposalChoice, MailDesign> mails) {}

  @Activate
  public CoreProposals(
      @Reference Desk desk,
      @Reference ShopResponse response,
      @Reference Segments segments,
      @Reference Offers offers,
      @Reference MailDesigns designs,
      @Reference Mails mails,
      @Reference CopyWriter writer,
      @Reference Warehouse warehouse,
      @Reference Audit audit,
      @Reference ShopZone zone,
      @Reference InstantSource clock) {
    this.desk = desk;
    this.response = response;
    this.segments = segments;
    this.offers = offers;
    this.designs = designs;
    this.letterhead = new Letterhead(writer, mails, offers);
    this.goods = new Goods(warehouse);
    this.audit = audit;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public Proposed propose(ProposalQuestion question) {
    return Actor.SYSTEM.call(() -> {
      List<Words> missing = new ArrayList<>();
      List<Proposal> proposals = new ArrayList<>();
      if (!response.baselines(question.days()).isKnown()) {
        missing.add(
            new Words(
                "订单太少：至少需要 30 人在一个已经过去的 %d 天之前下过单".formatted(question.days()),
                "Too few orders: at least 30 people must have ordered before a span of %d days that is"
                        .formatted(question.days())
                    + " over"));
        return new Proposed(proposals, missing);
      }
      Iterator<Optional<String>> themes = themes(question.goal(), missing).iterator();
      for (Approach approach : Approach.values()) {
        if (themes.hasNext()) {
          ProposalChoice all =
              new ProposalChoice(
                  question, approach, themes.next(), Integer.MAX_VALUE, approach.discount(), false);
          sized(all)
              .filter(c -> c.people() >= FEW)
              .or(() -> sized(all.discounted(approach.discount() / 2)))
              .map(this::make)
              .ifPresentOrElse(proposals::add, () -> missing.add(nobody(all)));
        }
      }
      return new Proposed(proposals, missing);
    });
  }

  /// What each approach is about; none where that is missing.
  private List<Optional<String>> themes(Goal goal, List<Words> missing) {
    int approaches = Approach.values().length;
    if (!Audiences.hasTheme(goal)) {
      return Collections.nCopies(approaches, Optional.empty());
    }
    List<String> themes = goods.themes(goal, clock.instant(), approaches);
    if (themes.isEmpty()) {
      missing.add(
          goal == Goal.CLEAR_STOCK && !goods.knowsStock()
              ? new Words("商品目录没有库存：请导入库存列", "The catalogue tells no stock: import a column for it")
              : new Words(
                  "没有适合的商品类别：商品目录需要名称和类别，且有订单或库存",
                  "No category of products fits: the catalogue needs titles and categories, and"
                      + " orders or stock"));
    }
    List<Optional<String>> each = new ArrayList<>();
    for (int i = 0; i < approaches && !themes.isEmpty(); i++) {
      each.add(Optional.of(themes.get(i % themes.size())));
    }
    return each;
  }

  private Words nobody(ProposalChoice choice) {
    Words audience = segments.sentence(rule(choice));
    return new Words(
        "没有人既可以写信又预期有利润：" + audience.zh(),
        "Nobody may be written to and promises a profit among: " + audience.en());
  }

  private static Group rule(ProposalChoice choice) {
    return Audiences.of(choice.question().goal(), choice.approach(), choice.theme().orElse(""));
  }

  /// To as many as promise a profit within the budget, those first who promise most; empty: to
  /// nobody.
  private Optional<ProposalChoice> sized(ProposalChoice choice) {
    CampaignPlan plan = planned(choice);
    Worth worth = new Worth(plan.brief().economics(), plan.brief().benefit());
    double left = (double) choice.question().budget().minor();
    int people = 0;
    for (PlannedContact contact : plan.planned()) {
      left -= worth.expectedCost(contact.candidate());
      if (left < 0 || contact.expectedProfit() <= 0) {
        break;
      }
      people++;
    }
    return people == 0 ? Optional.empty() : Optional.of(choice.to(people));
  }

  @Override
  public Proposal forecast(ProposalChoice choice) {
    return Actor.SYSTEM.call(() -> make(choice));
  }

  /// What a launch would do of it now.
  CampaignPlan planned(ProposalChoice choice) {
    Draft draft = draft(choice, WORKING_NAME);
    return plan(choice, draft, audience(choice, draft));
  }

  private List<Candidate> audience(ProposalChoice choice, Draft draft) {
    return choice.random() ? drawn(choice, draft) : members(choice);
  }

  private Proposal make(ProposalChoice choice) {
    Draft draft = draft(choice, WORKING_NAME);
    List<Candidate> audience = audience(choice, draft);
    CampaignPlan plan = plan(choice, draft, audience);
    Baselines baselines = response.baselines(choice.question().days());
    return new Proposal(
        choice,
        choice.random()
            ? new Words("随机抽取的顾客", "Customers drawn at random")
            : segments.sentence(draft.rule()),
        choice.random() ? everybody(choice).size() : audience.size(),
        plan.planned().size(),
        draft.offer(),
        draft.mail(),
        draft.campaign().channel(),
        plan.brief().earliest(),
        plan.forecast(),
        Grounds.of(plan.brief().economics(), baselines, choice));
  }

  private Draft draft(ProposalChoice choice, String name) {
    Instant start = zone.start(choice.question().from());
    Optional<Offer> offer = Draft.offer(choice, name);
    ProposalChoice said = choice.to(1).random(false); // the words are the same to all
    MailDesign mail =
        name.equals(WORKING_NAME)
            ? sight().mails.computeIfAbsent(said, c -> mail(c, name, offer))
            : mail(choice, name, offer);
    return Draft.of(choice, name, start, offer, mail);
  }

  private MailDesign mail(ProposalChoice choice, String name, Optional<Offer> offer) {
    ProposalQuestion asked = choice.question();
    return letterhead.write(
        name,
        asked.goal(),
        asked.budget().currency().equals("CNY") ? CopyLanguage.ZH : CopyLanguage.EN,
        offer,
        goods.shown(asked.goal(), choice.theme(), clock.instant()));
  }

  private Sight sight() {
    Sight now = sight;
    if (now == null || clock.instant().isAfter(now.at.plus(FRESH))) {
      now = new Sight(clock.instant(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
      sight = now;
    }
    return now;
  }

  private CampaignPlan plan(ProposalChoice choice, Draft draft, List<Candidate> audience) {
    return desk.plan(
        id(choice), draft.campaign(), draft.offer(), Optional.of(draft.mail()), audience);
  }

  /// The campaign that a choice becomes.
  private static String id(ProposalChoice choice) {
    UUID name = UUID.nameUUIDFromBytes(choice.toString().getBytes(StandardCharsets.UTF_8));
    return "k-" + name.toString().substring(0, 13);
  }

  private List<Candidate> everybody(ProposalChoice choice) {
    return sight().people.computeIfAbsent(choice.question().days(), desk::everybody);
  }

  private List<Candidate> members(ProposalChoice choice) {
    Set<CustomerId> members = new HashSet<>(segments.members(rule(choice)));
    return everybody(choice).stream().filter(c -> members.contains(c.customer())).toList();
  }

  /// As many as the choice says, drawn from all who may be written to; the same ones each time.
  private List<Candidate> drawn(ProposalChoice choice, Draft draft) {
    List<Candidate> shuffled = new ArrayList<>(everybody(choice));
    Collections.shuffle(shuffled, new Random(choice.people()));
    Draft all =
        new Draft(
            draft.rule(),
            draft.offer(),
            draft.mail(),
            draft.campaign().with().mostPeople(OptionalInt.empty()).build());
    int tried = 0;
    List<Candidate> reached = List.of();
    while (reached.size() < choice.people() && tried < shuffled.size()) {
      tried = (int) Math.min(shuffled.size(), Math.max(2L * tried, 2L * choice.people() + 100));
      List<Candidate> some = shuffled.subList(0, tried);
      Set<CustomerId> planned = new HashSet<>();
      plan(choice, all, some).planned().forEach(c -> planned.add(c.candidate().customer()));
      reached = some.stream().filter(c -> planned.contains(c.customer())).toList();
    }
    return reached.subList(0, Math.min(choice.people(), reached.size()));
  }

  @Override
  public synchronized SavedCampaign adopt(ProposalChoice choice, String name) {
    if (choice.random()) {
      throw new Rejected(
          new Words(
              "随机受众只用于比较；请选择这个提案自己的受众",
              "a random audience is for comparison only; choose the proposal's own"));
    }
    String id = id(choice);
    Optional<SavedCampaign> there = desk.find(id).filter(saved -> !saved.isDeleted());
    if (there.isPresent()) {
      return there.get();
    }
    Draft draft = named(choice, name);
    Campaign.Builder campaign = draft.campaign().with().segment(segment(draft)).mail(mail(draft));
    draft.offer().ifPresent(offer -> campaign.offer(offer(offer)));
    SavedCampaign saved = desk.adopt(id, campaign.build());
    audit.note(
        new Audit.Act(
            "campaign.create",
            "campaign/" + id,
            Map.of("name", saved.name(), "version", Integer.toString(saved.version()))));
    return saved;
  }

  /// With a name that is free, or that a try before has left.
  private Draft named(ProposalChoice choice, String name) {
    String base = name.strip().substring(0, Math.min(LONGEST_NAME, name.strip().length())).strip();
    if (base.isEmpty()) {
      throw new Rejected(new Words("请给活动起个名字", "the campaign needs a name"));
    }
    for (int n = 1; ; n++) {
      String one = n == 1 ? base : base + " " + n;
      Draft draft = Actor.SYSTEM.call(() -> draft(choice, one));
      if (!desk.isTaken(one) && isFree(draft)) {
        return draft;
      }
    }
  }

  private boolean isFree(Draft draft) {
    String name = draft.campaign().name();
    return called(name, segments.list()).map(s -> s.rule().equals(draft.rule())).orElse(true)
        && called(name, designs.list()).map(s -> s.design().equals(draft.mail())).orElse(true)
        && called(name, offers.list())
            .map(s -> draft.offer().filter(s.offer()::equals).isPresent())
            .orElse(true);
  }

  private static <S extends Saved> Optional<S> called(String name, List<S> all) {
    return all.stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
  }

  private String segment(Draft draft) {
    String name = draft.campaign().name();
    SegmentRule.Group rule = draft.rule();
    return called(name, segments.list()).orElseGet(() -> segments.create(name, rule)).id();
  }

  private String mail(Draft draft) {
    MailDesign mail = draft.mail();
    return called(mail.name(), designs.list()).orElseGet(() -> designs.create(mail)).id();
  }

  private String offer(Offer offer) {
    return called(offer.name(), offers.list()).orElseGet(() -> offers.create(offer)).id();
  }
}
