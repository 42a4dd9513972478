package org.marquetry.campaign.core.proposal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Proposal;
import org.marquetry.campaign.api.ProposalChoice;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.lib.json.Json;
import org.marquetry.sandbox.core.TrueShop;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// Proposals in a synthetic shop, forecast from what its warehouse tells, beside what they truly
/// bring.
final class TrueProposals {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String CURRENCY = "CNY";
  private static final double MARGIN = 0.3;
  private static final long MESSAGE = 10;
  private static final int DAYS = 30;
  private static final int HOUR = 19;
  private static final double LARGE = 0.5;

  private TrueProposals() {}

  /// How a proposal was altered.
  enum Form {
    AS_IS,
    DOUBLED,
    /// More than the margin.
    LARGE,
    RANDOM
  }

  /// Profit of all people together, in minor units.
  record Held(
      int seed,
      Goal goal,
      String approach,
      Form form,
      double discount,
      int people,
      Interval forecast,
      double truth) {}

  /// @param pairs of lives with and without the message, of each person
  static List<Held> run(int seed, int customers, List<Goal> goals, int pairs, Path folder)
      throws IOException {
    TrueShop shop = new TrueShop(seed, customers);
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("warehouse"))) {
      warehouse.load("past", Map.of(), sink -> load(sink, shop));
      Instant now = shop.now();
      try (RealProposals real = new RealProposals(folder, warehouse, CURRENCY, ZONE, () -> now)) {
        real.consented(shop.subscribers());
        List<Held> all = new ArrayList<>();
        for (Goal goal : goals) {
          LocalDate from = LocalDate.ofInstant(now, ZONE);
          ProposalQuestion question =
              new ProposalQuestion(
                  goal,
                  new Money(50_000_000, CURRENCY),
                  from,
                  from.plusDays(DAYS - 1L),
                  MARGIN,
                  new Money(MESSAGE, CURRENCY));
          for (Proposal proposal : real.proposals.propose(question).proposals()) {
            ProposalChoice choice = proposal.choice();
            all.add(held(seed, shop, real, choice, Form.AS_IS, pairs));
            if (choice.discount() > 0) {
              ProposalChoice doubled = choice.discounted(2 * choice.discount());
              all.add(held(seed, shop, real, doubled, Form.DOUBLED, pairs));
              all.add(held(seed, shop, real, choice.discounted(LARGE), Form.LARGE, pairs));
            }
            all.add(held(seed, shop, real, choice.random(true), Form.RANDOM, pairs));
          }
        }
        return all;
      }
    }
  }

  private static Held held(
      int seed, TrueShop shop, RealProposals real, ProposalChoice choice, Form form, int pairs) {
    Proposal proposal = real.proposals.forecast(choice);
    List<CustomerId> people =
        real.proposals.planned(choice).planned().stream()
            .map(c -> c.candidate().customer())
            .toList();
    Touch touch = new Touch("email", "plain", choice.discount(), HOUR);
    double each = shop.brings(people, touch, DAYS, pairs, 1 - MARGIN) - MESSAGE;
    return new Held(
        seed,
        choice.question().goal(),
        choice.approach().name(),
        form,
        choice.discount(),
        people.size(),
        proposal.forecast().profit(),
        each * people.size());
  }

  private static void load(BatchSink sink, TrueShop shop) {
    sink.add("shop", Map.of("name", "Tea", "currency", CURRENCY, "time_zone", ZONE.getId()));
    java.util.Set<String> seen = new java.util.HashSet<>();
    for (Event event : shop.events()) {
      if (isUsed(event.type())) {
        sink.add("events", row(event));
        event
            .customer()
            .map(CustomerId::value)
            .filter(seen::add)
            .ifPresent(id ->
                sink.add("customers", Map.of("customer_id", id, "email", id + "@shop.example")));
      }
    }
  }

  private static boolean isUsed(String type) {
    return switch (type) {
      case EventTypes.ORDERED,
          EventTypes.RETURNED,
          EventTypes.CANCELLED,
          EventTypes.SENT,
          EventTypes.OPENED,
          EventTypes.CLICKED ->
          true;
      default -> false;
    };
  }

  private static Map<String, @Nullable Object> row(Event event) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("event_id", event.id());
    row.put("type", event.type());
    row.put("occurred_at", event.occurredAt());
    row.put("received_at", event.occurredAt());
    event.customer().ifPresent(c -> row.put("customer_id", c.value()));
    event.order().ifPresent(o -> row.put("order_id", o.value()));
    event.product().ifPresent(p -> row.put("product_id", p.value()));
    event.quantity().ifPresent(q -> row.put("quantity", q));
    event
        .money()
        .ifPresent(m -> {
          row.put("amount_minor", m.minor());
          row.put("currency", m.currency());
        });
    Map<String, String> said = event.properties();
    if (said.containsKey(EventProperties.LINE)) {
      row.put("line", Integer.parseInt(said.get(EventProperties.LINE)));
    }
    row.put("properties", Json.line(said));
    return row;
  }
}
