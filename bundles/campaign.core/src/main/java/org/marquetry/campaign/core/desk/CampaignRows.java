package org.marquetry.campaign.core.desk;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignText;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Letter;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// Campaigns as rows.
final class CampaignRows {
  private static final String BETWEEN = "\n\n";
  private static final String INSERT =
      "INSERT INTO campaign_version (id, version, name, goal, segment, corrects, offer, channel,"
          + " purpose, priority, start_at, measured_days, holdout, most_people, only_profitable,"
          + " margin, contact_cost, currency, act, at, by_actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_TEXT =
      "INSERT INTO campaign_text (campaign, version, number, variant, language, subject, body,"
          + " button, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
    for (int i = 0; i < c.texts().size(); i++) {
      session.update(INSERT_TEXT, text(saved, i, c.texts().get(i)));
    }
  }

  private static @Nullable Object[] text(SavedCampaign saved, int number, CampaignText text) {
    return new @Nullable Object[] {
      saved.id(),
      saved.version(),
      number,
      text.variant(),
      text.language(),
      text.subject(),
      String.join(BETWEEN, text.paragraphs()),
      text.button().map(Letter.Button::text).orElse(null),
      text.button().map(b -> b.link().toASCIIString()).orElse(null)
    };
  }

  /// Every version of one campaign, the newest first.
  static List<SavedCampaign> history(Session session, String id) {
    return session.query(
        "SELECT * FROM campaign_version WHERE id = ? ORDER BY version DESC",
        row -> saved(session, row),
        id);
  }

  /// The newest version of each.
  static List<SavedCampaign> newest(Session session) {
    return session.query(
        "SELECT * FROM campaign_version v WHERE version = (SELECT max(version) FROM"
            + " campaign_version n WHERE n.id = v.id)",
        row -> saved(session, row));
  }

  private static SavedCampaign saved(Session session, Row row) {
    String id = row.string("id");
    int version = row.intValue("version");
    Campaign.Builder campaign =
        Campaign.builder(row.string("name"), Goal.valueOf(row.string("goal")))
            .segment(row.optString("segment").orElse(null))
            .corrects(row.optString("corrects").map(CampaignId::new).orElse(null))
            .offer(row.optString("offer").orElse(null))
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
        id,
        version,
        campaign.texts(texts(session, id, version)).build(),
        Act.valueOf(row.string("act")),
        row.instant("at"),
        row.string("by_actor"));
  }

  private static List<CampaignText> texts(Session session, String id, int version) {
    return session.query(
        "SELECT * FROM campaign_text WHERE campaign = ? AND version = ? ORDER BY number",
        row ->
            new CampaignText(
                row.string("variant"),
                row.string("language"),
                row.string("subject"),
                Arrays.asList(row.string("body").split(BETWEEN, -1)),
                row.optString("link")
                    .map(link -> new Letter.Button(row.string("button"), URI.create(link)))),
        id,
        version);
  }

  static Approval approval(Row row) {
    return new Approval(
        row.intValue("version"),
        Approval.Act.valueOf(row.string("act")),
        row.string("remark"),
        row.instant("at"),
        row.string("by_actor"));
  }

  /// A paragraph holds no empty line, or it would come back as two.
  static Campaign tidy(Campaign campaign) {
    List<CampaignText> texts =
        campaign.texts().stream()
            .map(t ->
                new CampaignText(
                    t.variant(),
                    t.language(),
                    t.subject().strip(),
                    t.paragraphs().stream()
                        .flatMap(p -> Arrays.stream(p.strip().split("\\R{2,}")))
                        .filter(p -> !p.isBlank())
                        .toList(),
                    t.button()))
            .toList();
    return campaign.with().texts(texts).build();
  }
}
