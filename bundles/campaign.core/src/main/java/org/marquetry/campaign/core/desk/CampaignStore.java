package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Every version of every campaign, what was said of them, and the launches, in the operational
/// store. A change is on disk when the call returns.
@Component(service = CampaignStore.class)
public final class CampaignStore {
  private final Database database;
  private final InstantSource clock;
  private final LaunchTable launches;
  private final Versions<SavedCampaign> newest;

  @Activate
  public CampaignStore(@Reference Databases databases, @Reference InstantSource clock) {
    database =
        Actor.SYSTEM.call(() ->
            databases.open(CampaignStore.class, List.of("0001-campaigns.sql", "0002-held.sql")));
    this.clock = clock;
    launches = new LaunchTable(database, clock);
    newest =
        new Versions<>(
            new Words("活动", "campaign"),
            Campaigns.MAX_CAMPAIGNS,
            database.transaction(CampaignRows::newest));
  }

  Versions<SavedCampaign> newest() {
    return newest;
  }

  LaunchTable launches() {
    return launches;
  }

  /// The newest first.
  List<SavedCampaign> history(String id) {
    return database.transaction(s -> CampaignRows.history(s, id));
  }

  SavedCampaign create(Campaign campaign) {
    return create("k-" + UUID.randomUUID().toString().substring(0, 13), campaign);
  }

  /// @param id of no other campaign
  synchronized SavedCampaign create(String id, Campaign campaign) {
    newest.requireRoom();
    newest.requireFree(campaign.name(), id);
    return add(id, 1, campaign, Act.CREATED);
  }

  /// @param version the one that the change began with
  synchronized SavedCampaign change(String id, int version, Campaign campaign, Act act) {
    newest.require(id, version);
    Optional<LaunchTable.Launch> launch = launches.find(id);
    if (act == Act.DELETED) {
      if (launch.isPresent() && launch.get().state().isRunning()) {
        throw new Rejected(new Words("活动正在发送；请先停止", "the campaign goes out; stop it first"));
      }
    } else {
      boolean same = newest.known(id).campaign().equals(campaign);
      if (launch.isPresent() && !same) {
        throw new Rejected(
            new Words(
                "活动已启动，不能再更改；请另建一个",
                "the campaign was launched and is not changed any more; make another"));
      }
      newest.requireFree(campaign.name(), id);
    }
    return add(id, version + 1, campaign, act);
  }

  private SavedCampaign add(String id, int version, Campaign campaign, Act act) {
    SavedCampaign saved =
        new SavedCampaign(id, version, campaign, act, clock.instant(), Actor.current().name());
    database.transaction(s -> {
      CampaignRows.add(s, saved);
      return saved;
    });
    return newest.put(saved);
  }

  /// What was said, the latest first.
  List<Approval> approvals(String id) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM campaign_approval WHERE campaign = ? ORDER BY number DESC",
            CampaignRows::approval,
            id));
  }

  /// @param uses what it uses now
  synchronized Approval say(String id, int version, Uses uses, Approval.Act act, String comment) {
    newest.require(id, version);
    if (launches.find(id).isPresent()) {
      throw new Rejected(new Words("活动已经启动", "the campaign was launched already"));
    }
    Instant at = clock.instant();
    Approval approval =
        new Approval(
            version, uses.mail(), uses.offer(), act, comment.strip(), at, Actor.current().name());
    database.transaction(s ->
        s.update(
            "INSERT INTO campaign_approval (campaign, version, act, remark, mail_version,"
                + " offer_version, at, by_actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            version,
            act.name(),
            approval.comment(),
            uses.mail(),
            uses.offer(),
            at,
            approval.by()));
    return approval;
  }

  /// @param uses what it uses now: what was said of other versions of that does not count
  CampaignState state(String id, Uses uses) {
    return states(List.of(newest.known(id)), _ -> uses).getOrDefault(id, CampaignState.DRAFT);
  }

  /// How far these are, in two queries.
  ///
  /// @param uses what one uses now
  Map<String, CampaignState> states(
      List<SavedCampaign> campaigns, Function<SavedCampaign, Uses> uses) {
    Map<String, LaunchTable.Launch> launched = launches.all();
    Map<Said, Approval.Act> said = said();
    Map<String, CampaignState> states = new HashMap<>();
    for (SavedCampaign one : campaigns) {
      LaunchTable.Launch launch = launched.get(one.id());
      states.put(
          one.id(),
          launch != null
              ? launch.state()
              : state(said.get(new Said(one.id(), one.version(), uses.apply(one)))));
    }
    return states;
  }

  /// What an approval is about.
  private record Said(String campaign, int version, Uses uses) {}

  /// What was said last of each.
  private Map<Said, Approval.Act> said() {
    Map<Said, Approval.Act> said = new HashMap<>();
    database
        .transaction(s ->
            s.query(
                "SELECT campaign, version, mail_version, offer_version, act FROM campaign_approval"
                    + " ORDER BY number",
                row ->
                    Map.entry(
                        new Said(row.string("campaign"), row.intValue("version"), Uses.of(row)),
                        Approval.Act.valueOf(row.string("act")))))
        .forEach(e -> said.put(e.getKey(), e.getValue()));
    return said;
  }

  private static CampaignState state(Approval.@Nullable Act said) {
    return switch (said) {
      case null -> CampaignState.DRAFT;
      case ASKED -> CampaignState.ASKED;
      case APPROVED -> CampaignState.APPROVED;
      case REFUSED -> CampaignState.DRAFT;
    };
  }

  /// Begin the one launch of a campaign, unless it was begun.
  ///
  /// @param version that is approved and was checked
  /// @param uses what it uses now
  synchronized LaunchTable.Launch launch(String id, int version, Uses uses) {
    Optional<LaunchTable.Launch> begun = launches.find(id);
    if (begun.isPresent()) {
      return begun.get();
    }
    newest.require(id, version);
    if (newest.known(id).isDeleted()) {
      throw new Rejected(new Words("该活动已删除；请先恢复", "the campaign is deleted; restore it first"));
    }
    if (state(id, uses) != CampaignState.APPROVED) {
      throw new Rejected(
          new Words(
              "第 " + version + " 版连同现在的邮件和优惠还没有获得批准",
              "version " + version + " is not approved with its mail and offer as they are"));
    }
    return launches.begin(id, version, uses);
  }
}
