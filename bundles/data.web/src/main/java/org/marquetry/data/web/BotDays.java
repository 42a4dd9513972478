package org.marquetry.data.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.data.api.PageKeys.WebDay;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Warehouse;

/// Counts page events by day of the shop: by hour in the warehouse, then by day here, because a day
/// of the shop begins at any full or half hour of UTC.
record BotDays(Warehouse warehouse, ShopZone zone) {
  private static final String BY_QUARTER =
      """
      SELECT time_bucket(INTERVAL 15 MINUTE, occurred_at) AS quarter, count(*) AS events,
        count(*) FILTER (bot_probability >= 0.5) AS bots, sum(bot_probability) AS expected
      FROM v1.events
      WHERE bot_probability IS NOT NULL AND occurred_at >= ? AND occurred_at < ?
      GROUP BY quarter ORDER BY quarter
      """;

  List<WebDay> between(LocalDate from, LocalDate to) {
    Map<LocalDate, WebDay> days = new TreeMap<>();
    warehouse
        .query(
            BY_QUARTER,
            List.of(zone.start(from), zone.start(to.plusDays(1))),
            r ->
                new WebDay(
                    zone.day(r.instant("quarter")),
                    r.longValue("events"),
                    r.longValue("bots"),
                    r.doubleValue("expected")))
        .forEach(d -> days.merge(d.day(), d, BotDays::plus));
    return new ArrayList<>(days.values());
  }

  private static WebDay plus(WebDay a, WebDay b) {
    return new WebDay(
        a.day(), a.events() + b.events(), a.bots() + b.bots(), a.expectedBots() + b.expectedBots());
  }
}
