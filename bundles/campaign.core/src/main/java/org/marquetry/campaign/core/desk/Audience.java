package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.core.desk.LaunchTable.Person;
import org.marquetry.campaign.core.desk.LaunchTable.State;
import org.marquetry.campaign.core.response.Baselines;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// The people that a campaign is for, with what the shop's orders tell of them.
final class Audience {
  private static final int PAGE = 10_000;
  private static final String USUAL = "en";
  private static final int LEAN = 2; // usual orders that a person's mean borrows
  private static final String ADDRESSES = "SELECT customer_id, email, language FROM v1.customers";
  private static final String ORDERS =
      """
      SELECT customer_id, CAST(sum(net_minor) AS DOUBLE) / count(DISTINCT order_id) AS order_value,
        count(DISTINCT order_id) AS orders, date_diff('day', max(ordered_at), CAST(? AS TIMESTAMP)) AS quiet,
        CASE WHEN count(DISTINCT hour) > 1 THEN mode(hour) END AS hour
      FROM (
        SELECT customer_id, order_id, net_minor, ordered_at,
          CAST(((CAST(epoch(ordered_at) AS BIGINT) + ?) % 86400) // 3600 AS BIGINT) AS hour
        FROM v1.order_lines WHERE customer_id IS NOT NULL AND kept)
      GROUP BY customer_id
      """;

  private final Segments segments;
  private final LaunchTable launches;
  private final Warehouse warehouse;

  Audience(Segments segments, LaunchTable launches, Warehouse warehouse) {
    this.segments = segments;
    this.launches = launches;
    this.warehouse = warehouse;
  }

  /// How somebody is reached.
  ///
  /// @param address empty: not known
  record Reached(Optional<String> address, String language) {
    static final Reached NOT = new Reached(Optional.empty(), USUAL);

    static Reached of(Row row) {
      return new Reached(
          row.optString("email").filter(e -> !e.isBlank()),
          row.optString("language").filter(l -> !l.isBlank()).orElse(USUAL));
    }
  }

  /// @param value of one order, in minor units; empty: no amount is known
  /// @param quietDays since the last one
  private record Orders(OptionalDouble value, int made, long quietDays, OptionalInt hour) {
    static final Orders NONE = new Orders(OptionalDouble.empty(), 0, 0, OptionalInt.empty());

    /// What the next one may come to: few orders lean on the shop's usual one.
    double worth(double usual) {
      return value.isEmpty() ? usual : (made * value.getAsDouble() + LEAN * usual) / (made + LEAN);
    }
  }

  /// Whether the segment, or the campaign that is put right, is there.
  boolean isThere(Campaign campaign) {
    return campaign
            .segment()
            .map(id -> segments.find(id).filter(s -> !s.isDeleted()).isPresent())
            .orElse(true)
        && campaign.corrects().map(id -> launches.find(id.value()).isPresent()).orElse(true);
  }

  /// The people of a campaign.
  ///
  /// @param zone for the hour of the day
  /// @param now whose offset from UTC counts
  List<Candidate> candidates(Campaign campaign, ZoneId zone, Instant now, Baselines baselines) {
    return candidates(
        campaign.corrects().map(this::served).orElseGet(() -> members(campaign)),
        zone,
        now,
        baselines);
  }

  /// Everybody whom the shop knows.
  List<Candidate> everybody(ZoneId zone, Instant now, Baselines baselines) {
    return candidates(ids(SegmentRule.everybody()), zone, now, baselines);
  }

  private List<Candidate> candidates(
      Set<String> ids, ZoneId zone, Instant now, Baselines baselines) {
    Map<String, Reached> reached = new HashMap<>();
    warehouse.scan(
        ADDRESSES,
        List.of(),
        row -> {
          String id = row.string("customer_id");
          if (ids.contains(id)) {
            reached.put(id, Reached.of(row));
          }
        });
    DoubleSummaryStatistics values = new DoubleSummaryStatistics();
    Map<String, Orders> orders = orders(ids, zone, now, values);
    double usual = values.getCount() == 0 ? 1 : values.getAverage();
    List<Candidate> candidates = new ArrayList<>(ids.size());
    for (String id : ids) {
      Orders told = orders.getOrDefault(id, Orders.NONE);
      Reached how = reached.getOrDefault(id, Reached.NOT);
      candidates.add(
          new Candidate(
              new CustomerId(id),
              told.worth(usual),
              baselines.alive(told.made, told.quietDays),
              baselines.orders(told.made, told.quietDays),
              Optional.empty(),
              how.address(),
              how.language(),
              told.hour()));
    }
    return candidates;
  }

  private Set<String> members(Campaign campaign) {
    SegmentRule rule =
        campaign
            .segment()
            .<SegmentRule>map(SegmentRule.MemberRow::new)
            .orElseGet(SegmentRule::everybody);
    return ids(rule);
  }

  private Set<String> ids(SegmentRule rule) {
    return segments.members(rule).stream()
        .map(CustomerId::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Those who got a campaign's message, or perhaps got it.
  private Set<String> served(CampaignId campaign) {
    Set<String> ids = new TreeSet<>();
    for (State state : List.of(State.SENT, State.UNKNOWN)) {
      Optional<CustomerId> after = Optional.empty();
      List<Person> page;
      do {
        page = launches.list(campaign.value(), state, after, PAGE);
        page.forEach(p -> ids.add(p.customer().value()));
        after = page.isEmpty() ? after : Optional.of(page.getLast().customer());
      } while (page.size() == PAGE);
    }
    return ids;
  }

  /// @param values takes what an order of each customer of the shop comes to
  private Map<String, Orders> orders(
      Set<String> ids, ZoneId zone, Instant now, DoubleSummaryStatistics values) {
    Map<String, Orders> orders = new HashMap<>();
    warehouse.scan(
        ORDERS,
        List.of(now, zone.getRules().getOffset(now).getTotalSeconds()),
        row -> {
          String id = row.string("customer_id");
          double value = row.optDouble("order_value").orElse(0);
          if (value > 0) {
            values.accept(value);
          }
          if (ids.contains(id)) {
            orders.put(
                id,
                new Orders(
                    value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty(),
                    (int) row.longValue("orders"),
                    row.longValue("quiet"),
                    row.isNull("hour")
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) row.longValue("hour"))));
          }
        });
    return orders;
  }

  /// How these are reached right now.
  Map<String, Reached> reached(Collection<CustomerId> people) {
    Map<String, Reached> reached = new HashMap<>();
    List<String> ids = people.stream().map(CustomerId::value).toList();
    String places = ids.stream().map(_ -> "?").collect(Collectors.joining(", "));
    warehouse.scan(
        ADDRESSES + " WHERE customer_id IN (" + places + ")",
        ids,
        row -> reached.put(row.string("customer_id"), Reached.of(row)));
    return reached;
  }
}
