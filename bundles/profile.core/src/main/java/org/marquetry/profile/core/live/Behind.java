package org.marquetry.profile.core.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;

/// Which of a customer's events the value of a trait rests on, as SQL over the published views: `e`
/// an event, `l` its order line (null unless it is `ordered`), `p` its product.
///
/// @param where condition after that on the customer
/// @param arguments for its question marks
public record Behind(String where, List<Object> arguments) {
  static final Behind ALL = new Behind("", List.of());

  private static final String ORDERS = " AND e.type = 'ordered' AND l.kept";

  private static final String MONEY = " AND e.type IN ('ordered', 'returned', 'cancelled')";

  private static final String ONE_ORDER =
      ORDERS
          + " AND e.order_id = (SELECT k.order_id FROM v1.order_lines k WHERE k.customer_id = ? AND"
          + " k.kept GROUP BY k.order_id ORDER BY min(k.ordered_at) %s, k.order_id LIMIT 1)";

  private static final String LAST_ACT =
      " AND e.event_id = (SELECT a.event_id FROM v1.events a WHERE a.customer_id = ? AND"
          + " a.by_customer ORDER BY a.occurred_at DESC, a.event_id LIMIT 1)";

  private static final String TOLD =
      " AND e.type = 'customerChanged' AND json_extract_string(e.properties, ?) IS NOT NULL";

  private static final Map<Trait, String> FIXED =
      Map.of(
          Traits.ORDERS, ORDERS,
          Traits.FREQUENCY, ORDERS,
          Traits.NET_REVENUE, MONEY,
          Traits.AVERAGE_ORDER, MONEY,
          Traits.CONSENT_EMAIL, " AND e.type IN ('consented', 'unsubscribed')");

  /// @param category the customer's main category
  /// @return empty when the trait does not rest on events
  static Optional<Behind> of(Trait trait, CustomerId customer, Optional<String> category) {
    String fixed = FIXED.get(trait);
    if (fixed != null) {
      return Optional.of(new Behind(fixed, List.of()));
    }
    if (trait.equals(Traits.FIRST_ORDER) || trait.equals(Traits.AGE_DAYS)) {
      return Optional.of(new Behind(ONE_ORDER.formatted("ASC"), List.of(customer.value())));
    }
    if (trait.equals(Traits.LAST_ORDER) || trait.equals(Traits.RECENCY_DAYS)) {
      return Optional.of(new Behind(ONE_ORDER.formatted("DESC"), List.of(customer.value())));
    }
    if (trait.equals(Traits.QUIET_DAYS)) {
      return Optional.of(new Behind(LAST_ACT, List.of(customer.value())));
    }
    if (trait.equals(Traits.MAIN_CATEGORY)) {
      return category.map(name -> new Behind(ORDERS + " AND p.category = ?", List.of(name)));
    }
    return LiveFold.TEXTS.contains(trait.id()) && LiveProfiles.TRAITS.contains(trait)
        ? Optional.of(new Behind(TOLD, List.of("$." + trait.id())))
        : Optional.empty();
  }

  List<Object> after(Object first) {
    List<Object> all = new ArrayList<>();
    all.add(first);
    all.addAll(arguments);
    return all;
  }
}
