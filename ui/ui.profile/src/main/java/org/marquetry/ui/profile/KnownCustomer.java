package org.marquetry.ui.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;

/// What the page of one customer shows, as of one moment.
///
/// @param values what is known, by trait
/// @param resting the traits whose value rests on events that can be shown
/// @param events how many there are in all
record KnownCustomer(
    CustomerId customer,
    Map<Trait, TraitValue> values,
    Set<Trait> resting,
    List<CategorySpend> categories,
    int events) {
  /// The traits that stand out, in this order.
  static final List<Trait> TILES =
      List.of(
          Traits.NET_REVENUE,
          Traits.ORDERS,
          Traits.AVERAGE_ORDER,
          Traits.FREQUENCY,
          Traits.LAST_ORDER,
          Traits.RECENCY_DAYS,
          Traits.FIRST_ORDER,
          Traits.QUIET_DAYS);

  /// Read a customer; empty when no event named such a one.
  ///
  /// @param former what was read of the same customer before: while no event came, what rests on
  ///   events is not asked again
  static Optional<KnownCustomer> read(
      LiveProfiles profiles, CustomerId customer, Optional<KnownCustomer> former) {
    return profiles
        .profile(customer)
        .map(profile -> {
          int events = profiles.eventCount(customer, Optional.empty()).orElse(0);
          Set<Trait> resting =
              former
                  .filter(f -> f.events == events)
                  .map(KnownCustomer::resting)
                  .orElseGet(() -> resting(profiles, customer));
          return new KnownCustomer(
              customer, values(profile), resting, profiles.categories(customer), events);
        });
  }

  private static Map<Trait, TraitValue> values(Profile profile) {
    Map<Trait, TraitValue> values = new LinkedHashMap<>();
    LiveProfiles.TRAITS.forEach(t -> TraitValue.of(profile, t).ifPresent(v -> values.put(t, v)));
    return values;
  }

  private static Set<Trait> resting(LiveProfiles profiles, CustomerId customer) {
    return TILES.stream()
        .filter(t -> profiles.eventCount(customer, Optional.of(t)).orElse(0) > 0)
        .collect(Collectors.toSet());
  }

  /// What money is counted in; empty when no amount is known.
  Optional<String> currency() {
    return value(Traits.NET_REVENUE)
        .flatMap(v -> v.value() instanceof Money m ? Optional.of(m.currency()) : Optional.empty());
  }

  Optional<TraitValue> value(Trait trait) {
    return Optional.ofNullable(values.get(trait));
  }

  String called() {
    return value(Traits.NAME).map(v -> v.value().toString()).orElse(customer.value());
  }
}
