package org.marquetry.campaign.core.desk;

import java.util.List;
import java.util.OptionalInt;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// Campaigns as rows.
final class CampaignRows {
  private static final String INSERT =
      "INSERT INTO campaign_version (id, version, name, goal, segment, corrects, offer, mail, channel,"
          + " purpose, priority, start_at, measured_days, holdout, most_people, only_profitable,"
          + " margin, contact_cost, currency, act, at, by_actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private CampaignRows() {}

  static void add(Session session, SavedCampaign saved) {
    Campaign c = saved.campaign();
    session.update(
        INSERT,
        saved.id(),
        saved.version(),
        c.name(),
        c.goal().name(),
        c.segment().orElse(null),
        c.corrects().map(CampaignId::value).orElse(null),
        c.offer().orElse(null),
        c.mail().orElse(null),
        c.channel(),
        c.purpose().name(),
        c.priority(),
        c.start().orElse(null),
        c.days(),
        c.holdoutShare(),
        c.mostPeople().isPresent() ? (Integer) c.mostPeople().getAsInt() : null,
        c.onlyProfitable(),
        c.margin(),
        c.contactCost().map(Money::minor).orElse(null),
        c.contactCost().map(Money::currency).orElse(null),
        saved.act().name(),
        saved.at(),
        saved.by());
  }

  /// Every version of one campaign, the newest first.
  static List<SavedCampaign> history(Session session, String id) {
    return session.query(
        "SELECT * FROM campaign_version WHERE id = ? ORDER BY version DESC",
        CampaignRows::saved,
        id);
  }

  /// The newest version of each.
  static List<SavedCampaign> newest(Session session) {
    return session.query(
        "SELECT * FROM campaign_version v WHERE version = (SELECT max(version) FROM"
            + " campaign_version n WHERE n.id = v.id)",
        CampaignRows::saved);
  }

  private static SavedCampaign saved(Row row) {
    Campaign.Builder campaign =
        Campaign.builder(row.string("name"), Goal.valueOf(row.string("goal")))
            .segment(row.optString("segment").orElse(null))
            .corrects(row.optString("corrects").map(CampaignId::new).orElse(null))
            .offer(row.optString("offer").orElse(null))
            .mail(row.optString("mail").orElse(null))
            .channel(row.string("channel"))
            .purpose(Purpose.valueOf(row.string("purpose")))
            .priority(row.intValue("priority"))
            .start(row.optInstant("start_at").orElse(null))
            .days(row.intValue("measured_days"))
            .holdoutShare(row.doubleValue("holdout"))
            .mostPeople(
                row.isNull("most_people")
                    ? OptionalInt.empty()
                    : OptionalInt.of(row.intValue("most_people")))
            .onlyProfitable(row.bool("only_profitable"))
            .margin(row.doubleValue("margin"));
    if (!row.isNull("contact_cost")) {
      campaign.contactCost(new Money(row.longValue("contact_cost"), row.string("currency")));
    }
    return new SavedCampaign(
        row.string("id"),
        row.intValue("version"),
        campaign.build(),
        Act.valueOf(row.string("act")),
        row.instant("at"),
        row.string("by_actor"));
  }

  static Approval approval(Row row) {
    return new Approval(
        row.intValue("version"),
        row.intValue("mail_version"),
        row.intValue("offer_version"),
        Approval.Act.valueOf(row.string("act")),
        row.string("remark"),
        row.instant("at"),
        row.string("by_actor"));
  }
}
