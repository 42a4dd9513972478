package org.marquetry.placement.bandit;

import java.util.List;
import org.marquetry.placement.api.PastResponses;
import org.marquetry.placement.api.ResponseCounts;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Counts sends and responses in the published views: each person once in a campaign.
@Provider("bandit")
@Component
public final class WarehouseResponses implements PastResponses {
  private final Warehouse warehouse;

  @Activate
  public WarehouseResponses(@Reference Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public List<ResponseCounts> byKind() {
    return counts("coalesce(c.kind, '')", "true");
  }

  @Override
  public List<ResponseCounts> byVariant() {
    return counts("m.variant", "m.variant IS NOT NULL");
  }

  private List<ResponseCounts> counts(String group, String where) {
    return warehouse.query(
        """
        WITH responded AS (
          SELECT customer_id, json_extract_string(properties, '$.campaignId') AS campaign_id,
            bool_or(type = 'opened') AS opened, bool_or(type = 'clicked') AS clicked,
            bool_or(type = 'redeemed') AS redeemed
          FROM v1.events WHERE type IN ('opened', 'clicked', 'redeemed') GROUP BY ALL),
        members AS (
          SELECT campaign_id, customer_id, any_value(variant) AS variant
          FROM v1.campaign_members GROUP BY ALL)
        SELECT %s AS part, count(*) AS sent,
          count(*) FILTER (r.opened) AS opened, count(*) FILTER (r.clicked) AS clicked,
          count(*) FILTER (r.redeemed) AS redeemed
        FROM members m
        LEFT JOIN v1.campaigns c USING (campaign_id)
        LEFT JOIN responded r USING (campaign_id, customer_id)
        WHERE %s GROUP BY ALL ORDER BY sent DESC, part
        """
            .formatted(group, where),
        List.of(),
        row ->
            new ResponseCounts(
                row.string("part"),
                row.longValue("sent"),
                row.longValue("opened"),
                row.longValue("clicked"),
                row.longValue("redeemed")));
  }
}
