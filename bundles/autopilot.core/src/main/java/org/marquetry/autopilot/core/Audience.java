package org.marquetry.autopilot.core;

import static org.marquetry.profile.api.Condition.all;
import static org.marquetry.profile.api.Condition.atLeast;
import static org.marquetry.profile.api.Condition.atMost;
import static org.marquetry.profile.api.Condition.equal;
import static org.marquetry.profile.api.Condition.less;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Goal;
import org.marquetry.decision.api.Reason;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.ProfileSummary;
import org.marquetry.profile.api.Profiles;
import org.marquetry.profile.api.Traits;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Probability;
import org.marquetry.warehouse.api.Warehouse;

/// The customers that a campaign might go to, with what the steps before know of them.
final class Audience {
  /// What a shop's files can be planned for: of stock they tell nothing.
  static final List<Goal> GOALS = List.of(Goal.WIN_BACK, Goal.SECOND_ORDER, Goal.CROSS_SELL);

  /// A customer who stayed away so long is for winning back.
  private static final int AWAY_DAYS = 60;

  private static final int FRESH_DAYS = 14;
  private static final int SECOND_ORDER_DAYS = 120;

  private final Profiles profiles;
  private final Recommendations recommendations;
  private final Map<CustomerId, Contact> contacts = new HashMap<>();
  private final Map<CustomerId, Integer> hours = new HashMap<>();
  private final double usualOrder;
  private final int horizonDays;
  private final String language;

  /// What the shop's files say about reaching a customer.
  private record Contact(Optional<String> email, Optional<String> language) {}

  /// @param usualOrder worth of an order when nothing is known of a customer's, in minor units
  /// @param horizonDays how long orders count
  /// @param language of messages to customers without one
  Audience(
      Warehouse warehouse,
      Profiles profiles,
      Recommendations recommendations,
      double usualOrder,
      int horizonDays,
      String language) {
    this.profiles = profiles;
    this.recommendations = recommendations;
    this.usualOrder = usualOrder;
    this.horizonDays = horizonDays;
    this.language = language;
    warehouse.scan(
        "SELECT customer_id, email, language FROM v1.customers",
        List.of(),
        r ->
            contacts.put(
                new CustomerId(r.string("customer_id")),
                new Contact(r.optString("email"), r.optString("language"))));
    warehouse.scan(
        """
        SELECT customer_id, CAST(mode(hour(ordered_at)) AS BIGINT) AS hour FROM v1.order_lines
        WHERE customer_id IS NOT NULL GROUP BY 1 HAVING count(DISTINCT hour(ordered_at)) > 1
        """,
        List.of(),
        r -> hours.put(new CustomerId(r.string("customer_id")), (int) r.longValue("hour")));
  }

  /// Whom a goal is for.
  static Condition condition(Goal goal) {
    return switch (goal) {
      case WIN_BACK -> all(atLeast(Traits.FREQUENCY, 1), atLeast(Traits.RECENCY_DAYS, AWAY_DAYS));
      case SECOND_ORDER ->
          all(
              equal(Traits.FREQUENCY, 1),
              atLeast(Traits.RECENCY_DAYS, FRESH_DAYS),
              atMost(Traits.RECENCY_DAYS, SECOND_ORDER_DAYS));
      case CROSS_SELL, CLEAR_STOCK ->
          all(atLeast(Traits.FREQUENCY, 2), less(Traits.RECENCY_DAYS, AWAY_DAYS));
    };
  }

  /// The members of a goal's audience; without an address in the files they get a placeholder that
  /// no mail server accepts.
  List<Candidate> candidates(Goal goal) {
    List<Candidate> candidates = new ArrayList<>();
    for (CustomerId id : profiles.members(condition(goal))) {
      profiles.profile(id).ifPresent(p -> candidates.add(candidate(p)));
    }
    return candidates;
  }

  /// Whether the files hold an address of anybody.
  boolean hasAddresses() {
    return contacts.values().stream().anyMatch(c -> c.email().isPresent());
  }

  private Candidate candidate(Profile p) {
    CustomerId id = p.customer();
    Contact contact = contacts.getOrDefault(id, new Contact(Optional.empty(), Optional.empty()));
    double worth = p.number(Traits.AVERAGE_ORDER).orElse(usualOrder);
    Integer hour = hours.get(id);
    return new Candidate(
        id,
        worth > 0 ? worth : usualOrder,
        new Probability(p.number(Traits.PROBABILITY_ALIVE).orElse(1)),
        baseline(p),
        recommendation(id),
        Optional.of(contact.email().orElseGet(() -> placeholder(id))),
        contact.language().orElse(language),
        hour == null ? OptionalInt.empty() : OptionalInt.of(hour));
  }

  /// Orders expected within the horizon; 0 where no model tells.
  private double baseline(Profile p) {
    int ahead = profiles.summary().map(ProfileSummary::daysAhead).orElse(horizonDays);
    return p.number(Traits.EXPECTED_ORDERS).orElse(0) * horizonDays / ahead;
  }

  private Optional<Candidate.Recommended> recommendation(CustomerId id) {
    return recommendations.recommend(id, 1).stream().findFirst().map(Audience::recommended);
  }

  private static Candidate.Recommended recommended(Recommendation r) {
    Map<String, String> facts = new TreeMap<>();
    r.reason()
        .ifPresent(why -> {
          facts.put("pastProduct", why.pastProduct().value());
          facts.put("share", String.format(java.util.Locale.ROOT, "%.3f", why.share()));
        });
    String code = r.reason().isPresent() ? "recommend.past-product" : "recommend.popular";
    return new Candidate.Recommended(r.product(), r.score(), new Reason(code, facts));
  }

  private static String placeholder(CustomerId id) {
    return id.value().replaceAll("[^A-Za-z0-9._-]", "_") + "@example.invalid";
  }
}
