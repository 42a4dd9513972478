package org.marquetry.campaign.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.Users;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignFinding;
import org.marquetry.campaign.api.CampaignPerson;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.api.TestSend;
import org.marquetry.campaign.core.desk.LaunchTable.Launch;
import org.marquetry.campaign.core.desk.LaunchTable.Person;
import org.marquetry.campaign.core.desk.LaunchTable.State;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.Mails;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The shop's campaigns.
@Provider("stored")
@Component
public final class StoredCampaigns implements Campaigns {
  private static final String APPROVE = "campaign.approve";

  /// For so long the people of a check are those whom it counted.
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Desk desk;
  private final CampaignStore store;
  private final ContactPolicy policy;
  private final ContactLedger ledger;
  private final Offers offers;
  private final MailDesigns designs;
  private final Mails mails;
  private final Users users;
  private final Audit audit;
  private volatile @Nullable Checked last;

  /// What was checked last, so that its people can be paged.
  private record Checked(SavedCampaign saved, Instant at, CampaignPlan plan) {}

  @Activate
  public StoredCampaigns(
      @Reference Desk desk,
      @Reference ContactPolicy policy,
      @Reference ContactLedger ledger,
      @Reference Offers offers,
      @Reference MailDesigns designs,
      @Reference Mails mails,
      @Reference Users users,
      @Reference Audit audit) {
    this.desk = desk;
    this.store = desk.store();
    this.policy = policy;
    this.ledger = ledger;
    this.offers = offers;
    this.designs = designs;
    this.mails = mails;
    this.users = users;
    this.audit = audit;
  }

  @Override
  public List<SavedCampaign> list() {
    return store.newest().list();
  }

  @Override
  public List<SavedCampaign> deleted() {
    return store.newest().deleted();
  }

  @Override
  public Optional<SavedCampaign> find(String id) {
    return store.newest().find(id);
  }

  @Override
  public List<SavedCampaign> history(String id) {
    return store.history(id);
  }

  @Override
  public CampaignState state(String id) {
    return store.state(id, uses(id));
  }

  @Override
  public Map<String, CampaignState> states() {
    List<SavedCampaign> all = new ArrayList<>(store.newest().list());
    all.addAll(store.newest().deleted());
    return Actor.SYSTEM.call(() -> store.states(all, c -> desk.briefs().uses(c.campaign())));
  }

  private Uses uses(String id) {
    Campaign campaign = store.newest().known(id).campaign();
    return Actor.SYSTEM.call(() -> desk.briefs().uses(campaign));
  }

  @Override
  public List<Approval> approvals(String id) {
    return store.approvals(id);
  }

  @Override
  public SavedCampaign create(Campaign campaign) {
    return noted("campaign.create", store.create(campaign));
  }

  @Override
  public SavedCampaign change(String id, int version, Campaign campaign) {
    return noted("campaign.change", store.change(id, version, campaign, Act.CHANGED));
  }

  @Override
  public SavedCampaign delete(String id, int version) {
    Campaign now = store.newest().known(id).campaign();
    return noted("campaign.delete", store.change(id, version, now, Act.DELETED));
  }

  @Override
  public SavedCampaign restore(String id, int version) {
    SavedCampaign now = store.newest().known(id);
    SavedCampaign former = Versions.former(store.history(id), version);
    return noted(
        "campaign.restore", store.change(id, now.version(), former.campaign(), Act.RESTORED));
  }

  private SavedCampaign noted(String act, SavedCampaign saved) {
    note(act, saved.id(), Map.of("version", Integer.toString(saved.version())));
    return saved;
  }

  private void note(String act, String id, Map<String, String> facts) {
    audit.note(new Audit.Act(act, "campaign/" + id, facts));
  }

  @Override
  public CampaignCheck check(String id) {
    SavedCampaign saved = store.newest().known(id);
    CampaignPlan plan = desk.plan(saved);
    last = new Checked(saved, desk.clock().instant(), plan);
    return Actor.SYSTEM.call(() ->
        new Checking(offers, designs, mails, policy, desk.audience())
            .of(
                saved,
                desk.briefs().offer(saved.campaign()),
                desk.briefs().design(saved.campaign()),
                plan));
  }

  @Override
  public List<CampaignPerson> people(
      String id, Disposition part, Optional<CustomerId> after, int limit) {
    requirePage(limit);
    SavedCampaign saved = store.newest().known(id);
    boolean chosen = part == Disposition.PLANNED || part == Disposition.HOLDOUT;
    if (store.launches().find(id).isPresent()) {
      if (!chosen) {
        throw new Rejected(
            new Words(
                "启动后只保留收到的人和对照组",
                "after the launch only those who get it and the hold-out are kept"));
      }
      return store.launches().part(id, part == Disposition.HOLDOUT, after, limit).stream()
          .map(p ->
              new CampaignPerson(
                  p.customer(),
                  part,
                  p.variant(),
                  Optional.of(p.at()),
                  p.code().isEmpty() ? p.state().name() : p.code()))
          .toList();
    }
    return checked(saved).contacts().stream()
        .filter(c -> c.disposition() == part)
        .filter(c -> after.isEmpty() || c.candidate().customer().compareTo(after.get()) > 0)
        .sorted(Comparator.comparing((PlannedContact c) -> c.candidate().customer()))
        .limit(limit)
        .map(c ->
            new CampaignPerson(
                c.candidate().customer(),
                part,
                c.variant(),
                c.sendAt(),
                c.reasons().getFirst().code()))
        .toList();
  }

  @Override
  public List<TestSend> test(String id, List<String> addresses) {
    if (addresses.isEmpty() || addresses.size() > MAX_TEST) {
      throw new Rejected(
          new Words(
              "请选择 1 到 " + MAX_TEST + " 个测试名单上的地址",
              "choose 1 to " + MAX_TEST + " addresses of the seed list"));
    }
    SavedCampaign saved = store.newest().known(id);
    List<TestSend> sent =
        Actor.SYSTEM.call(() -> new Trial(desk, offers, mails, policy).send(saved, addresses));
    note("campaign.test", id, Map.of("messages", Integer.toString(sent.size())));
    return sent;
  }

  private CampaignPlan checked(SavedCampaign saved) {
    Checked known = last;
    Instant now = desk.clock().instant();
    if (known != null && known.saved.equals(saved) && now.isBefore(known.at.plus(FRESH))) {
      return known.plan;
    }
    CampaignPlan plan = desk.plan(saved);
    last = new Checked(saved, now, plan);
    return plan;
  }

  @Override
  public Approval ask(String id, int version, String comment) {
    return said("campaign.ask", id, store.say(id, version, uses(id), Approval.Act.ASKED, comment));
  }

  @Override
  public Approval answer(String id, int version, boolean approved, String comment) {
    SavedCampaign now = store.newest().require(id, version);
    if (approved && now.by().equals(Actor.current().name()) && users.othersMay(APPROVE)) {
      throw new Rejected(
          new Words(
              "改动活动的人不能自己批准；请让其他有权批准的人批准",
              "who changed a campaign cannot approve it; let another person who may approve do it"));
    }
    Approval.Act act = approved ? Approval.Act.APPROVED : Approval.Act.REFUSED;
    return said("campaign.answer", id, store.say(id, version, uses(id), act, comment));
  }

  private Approval said(String act, String id, Approval approval) {
    note(
        act,
        id,
        Map.of("version", Integer.toString(approval.version()), "said", approval.act().name()));
    return approval;
  }

  @Override
  public CampaignProgress launch(String id, int version, int recipients) {
    if (store.launches().find(id).isEmpty()) {
      CampaignCheck check = check(id);
      List<CampaignFinding> against =
          check.findings().stream().filter(CampaignFinding::stops).toList();
      if (!against.isEmpty()) {
        throw new Rejected(against.getFirst().words());
      }
      if (check.recipients() != recipients) {
        throw new Rejected(
            new Words(
                "现在会有 " + check.recipients() + " 人收到，而不是 " + recipients + " 人；请重新查看检查结果",
                check.recipients()
                    + " people would get it now, not "
                    + recipients
                    + "; look at the check again"));
      }
      Launch launch = store.launch(id, version, uses(id));
      note(
          "campaign.launch",
          id,
          Map.of(
              "version",
              Integer.toString(launch.version()),
              "recipients",
              Integer.toString(recipients)));
    }
    return progress(id).orElseThrow();
  }

  @Override
  public Optional<CampaignProgress> progress(String id) {
    return store.launches().find(id).map(this::progress);
  }

  private CampaignProgress progress(Launch launch) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    Map<String, Integer> held = new TreeMap<>();
    for (LaunchTable.Count count : store.launches().counts(launch.campaign())) {
      counts.merge(count.state(), count.people(), Integer::sum);
      if (count.state() == State.HELD) {
        held.merge(count.code(), count.people(), Integer::sum);
      }
    }
    return new CampaignProgress(
        launch.state(),
        launch.version(),
        launch.at(),
        launch.by(),
        store.launches().sum(launch.campaign()),
        counts.getOrDefault(State.WAITING, 0),
        counts.getOrDefault(State.SENT, 0),
        counts.getOrDefault(State.UNKNOWN, 0),
        held,
        counts.getOrDefault(State.STOPPED, 0),
        launch.state().isRunning() ? store.launches().next(launch.campaign()) : Optional.empty(),
        launch.ended());
  }

  @Override
  public CampaignProgress stop(String id) {
    Launch launch =
        store
            .launches()
            .find(store.newest().known(id).id())
            .orElseThrow(() -> new Rejected(new Words("活动尚未启动", "the campaign was not launched")));
    if (launch.state().isRunning()) {
      store.launches().stop(id);
      Actor.SYSTEM.run(() -> policy.release(new CampaignId(id)));
      note("campaign.stop", id, Map.of());
    }
    return progress(id).orElseThrow();
  }

  @Override
  public List<CustomerId> unknown(String id, Optional<CustomerId> after, int limit) {
    requirePage(limit);
    return store.launches().list(id, State.UNKNOWN, after, limit).stream()
        .map(Person::customer)
        .toList();
  }

  @Override
  public int settle(String id, List<CustomerId> people, boolean again) {
    requirePage(Math.max(1, people.size()));
    CampaignId campaign = new CampaignId(store.newest().known(id).id());
    Actor.SYSTEM.run(() -> {
      if (again) {
        ledger.sendAgain(campaign, LaunchJob.STEP, people);
      } else {
        ledger.treatAsSent(campaign, LaunchJob.STEP, people);
      }
    });
    int settled = store.launches().settle(id, people, again);
    note(
        "campaign.settle",
        id,
        Map.of("people", Integer.toString(settled), "again", Boolean.toString(again)));
    return settled;
  }

  @Override
  public boolean isHeld() {
    return store.launches().isHeld();
  }

  @Override
  public void hold(boolean on) {
    store.launches().hold(on);
    note("campaign.hold", "all", Map.of("on", Boolean.toString(on)));
  }

  @Override
  public Set<String> held() {
    return store.launches().held();
  }

  @Override
  public CampaignProgress hold(String id, boolean on) {
    CampaignProgress progress =
        progress(store.newest().known(id).id())
            .filter(p -> p.state().isRunning() || !on)
            .orElseThrow(() ->
                new Rejected(
                    new Words("活动没有消息待发送", "no message of the campaign may still go out")));
    store.launches().hold(id, on);
    note("campaign.hold", id, Map.of("on", Boolean.toString(on)));
    return progress;
  }

  private static void requirePage(int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("limit must be 1.." + MAX_PAGE + ", got " + limit);
    }
  }
}
