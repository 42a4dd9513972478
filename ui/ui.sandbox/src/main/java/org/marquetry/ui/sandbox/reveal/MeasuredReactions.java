package org.marquetry.ui.sandbox.reveal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Warehouse;

/// How often messages were opened and clicked, as the published events tell it.
///
/// @param zone in which a message has its hour
record MeasuredReactions(Warehouse warehouse, ShopZone zone) {
  /// A share with its 95 percent interval (Wilson).
  ///
  /// @param count of `of`
  record Share(long count, long of) {
    private static final double Z = 1.959964;

    double value() {
      return of == 0 ? Double.NaN : (double) count / of;
    }

    double low() {
      return centre() - half();
    }

    double high() {
      return centre() + half();
    }

    private double centre() {
      return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
      double p = value();
      return Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
  }

  /// @param opened of the messages sent
  /// @param clicked of those opened
  record Reactions(Share opened, Share clicked) {}

  private static final String SQL =
      """
      WITH s AS (
        SELECT customer_id, json_extract_string(properties, '$.campaignId') AS campaign, any_value(ASPECT) AS value
        FROM v1.events WHERE type = 'sent' AND customer_id IS NOT NULL GROUP BY ALL),
      o AS (SELECT DISTINCT customer_id, json_extract_string(properties, '$.campaignId') AS campaign FROM v1.events WHERE type = 'opened'),
      c AS (SELECT DISTINCT customer_id, json_extract_string(properties, '$.campaignId') AS campaign FROM v1.events WHERE type = 'clicked')
      SELECT value, count(*) AS sent, count(o.customer_id) AS opened, count(c.customer_id) AS clicked
      FROM s LEFT JOIN o USING (customer_id, campaign) LEFT JOIN c USING (customer_id, campaign)
      WHERE value IS NOT NULL GROUP BY value
      """;

  /// By value of an aspect; what never was sent is absent.
  Map<String, Reactions> by(Aspect aspect) {
    Map<String, Reactions> all = new HashMap<>();
    Actor.SYSTEM.run(() ->
        warehouse.scan(
            SQL.replace("ASPECT", column(aspect)),
            List.of(),
            row -> {
              Share opened = new Share(row.longValue("opened"), row.longValue("sent"));
              Share clicked = new Share(row.longValue("clicked"), row.longValue("opened"));
              all.put(row.string("value"), new Reactions(opened, clicked));
            }));
    return all;
  }

  private String column(Aspect aspect) {
    return switch (aspect) {
      case ELEMENT -> "json_extract_string(properties, '$.element')";
      case CHANNEL -> "coalesce(json_extract_string(properties, '$.channel'), 'email')";
      case OFFER ->
          "CAST(coalesce(TRY_CAST(json_extract_string(properties, '$.discount') AS DOUBLE), 0) AS"
              + " VARCHAR)";
      case HOUR -> "CAST(hour(occurred_at + INTERVAL (%d) SECOND) AS VARCHAR)".formatted(offset());
    };
  }

  /// As it is today; where summer time is kept, some hours of the past are one off.
  private int offset() {
    return zone.zone().getRules().getOffset(zone.start(zone.today())).getTotalSeconds();
  }
}
