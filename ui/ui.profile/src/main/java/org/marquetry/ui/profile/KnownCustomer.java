package org.marquetry.ui.profile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;

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
  static Optional<KnownCustomer> read(LiveProfiles profiles, CustomerId customer) {
    return profiles.profile(customer).map(p -> of(profiles, p));
  }

  private static KnownCustomer of(LiveProfiles profiles, Profile profile) {
    CustomerId customer = profile.customer();
    Map<Trait, TraitValue> values = new LinkedHashMap<>();
    Set<Trait> resting = new LinkedHashSet<>();
    for (Trait trait : LiveProfiles.TRAITS) {
      TraitValue.of(profile, trait).ifPresent(v -> values.put(trait, v));
      if (profiles.eventCount(customer, Optional.of(trait)).orElse(0) > 0) {
        resting.add(trait);
      }
    }
    return new KnownCustomer(
        customer,
        values,
        resting,
        profiles.categories(customer),
        profiles.eventCount(customer, Optional.empty()).orElse(0));
  }

  Optional<TraitValue> value(Trait trait) {
    return Optional.ofNullable(values.get(trait));
  }

  String called() {
    return value(Traits.NAME).map(v -> v.value().toString()).orElse(customer.value());
  }
}
