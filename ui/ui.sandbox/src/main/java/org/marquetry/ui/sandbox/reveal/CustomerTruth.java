package org.marquetry.ui.sandbox.reveal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.Product;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Traits;
import org.marquetry.sandbox.truth.Lifetime;
import org.marquetry.sandbox.truth.MessageEffect;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.CustomerId;

/// What is true of one customer, beside what the suite knows.
final class CustomerTruth {
  private static final int TOP = 10;
  private static final int HORIZON_DAYS = 14;

  private final Truth truth;
  private final LiveProfiles profiles;
  private final Catalogue catalogue;

  CustomerTruth(Truth truth, LiveProfiles profiles, Catalogue catalogue) {
    this.truth = truth;
    this.profiles = profiles;
    this.catalogue = catalogue;
  }

  /// @param known what the suite knows; empty: nothing
  /// @param top what the customer gets most from
  /// @param effects by what differs between messages
  record One(
      double elasticity,
      Lifetime lifetime,
      double fatigue,
      Optional<Profile> known,
      List<Wish> top,
      List<Effect> effects) {
    One {
      top = List.copyOf(top);
      effects = List.copyOf(effects);
    }
  }

  /// A product.
  ///
  /// @param bought how many order lines of it the suite knows of this customer
  record Wish(Product product, double utility, long bought) {}

  /// A message of this kind, within 14 days.
  record Effect(Aspect aspect, String value, MessageEffect effect) {}

  /// Empty for whom the world does not know.
  Optional<One> about(CustomerId customer) {
    Optional<Double> elasticity = truth.elasticity(customer);
    Optional<Lifetime> lifetime = truth.lifetime(customer);
    if (elasticity.isEmpty() || lifetime.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new One(
            elasticity.get(),
            lifetime.get(),
            truth.fatigue(customer).orElse(0.0),
            profiles.profile(customer),
            top(customer),
            effects(customer)));
  }

  private List<Wish> top(CustomerId customer) {
    Map<String, Long> bought = new HashMap<>();
    for (CustomerEvent event :
        profiles.events(customer, Optional.of(Traits.ORDERS), 0, LiveProfiles.MAX_PAGE)) {
      event.product().ifPresent(p -> bought.merge(p.value(), 1L, Long::sum));
    }
    return Catalogue.all(catalogue, CatalogueQuery.By.TITLE, false)
        .flatMap(p ->
            truth.utility(customer, p.id()).stream()
                .map(u -> new Wish(p, u, bought.getOrDefault(p.id().value(), 0L))))
        .sorted(Comparator.comparingDouble(Wish::utility).reversed())
        .limit(TOP)
        .toList();
  }

  private List<Effect> effects(CustomerId customer) {
    List<Effect> all = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      for (String value : aspect.choices()) {
        truth
            .effect(customer, aspect.touch(value), HORIZON_DAYS)
            .ifPresent(effect -> all.add(new Effect(aspect, value, effect)));
      }
    }
    return all;
  }
}
