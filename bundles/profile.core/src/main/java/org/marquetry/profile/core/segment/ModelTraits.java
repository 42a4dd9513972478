package org.marquetry.profile.core.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.ProfileSummary;
import org.marquetry.profile.api.Profiles;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.SegmentTrait.Use;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What models tell of customers, as of the last build; nothing before the first one.
@Provider("models")
@Component
public final class ModelTraits implements TraitSource {
  private static final Words GROUP = new Words("模型预测", "Predictions");
  private static final List<SegmentTrait> ALL =
      Stream.of(
              Traits.PROBABILITY_ALIVE,
              Traits.EXPECTED_ORDERS,
              Traits.LIFETIME_VALUE,
              Traits.RECENCY_SCORE,
              Traits.FREQUENCY_SCORE,
              Traits.MONEY_SCORE,
              Traits.VALUE_TIER,
              Traits.TOP_CATEGORY,
              Traits.TOP_BRAND)
          .map(ModelTraits::trait)
          .toList();

  private final Profiles profiles;

  @Activate
  public ModelTraits(@Reference Profiles profiles) {
    this.profiles = profiles;
  }

  private static SegmentTrait trait(Trait trait) {
    Use use = trait.kind() == Trait.Kind.TEXT ? Use.CHOICE : Use.RANGE;
    return new SegmentTrait(trait, GROUP, Set.of(use, Use.KNOWN));
  }

  private static Trait known(String id) {
    return Traits.find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no trait " + id));
  }

  @Override
  public List<SegmentTrait> traits() {
    return profiles.summary().isPresent() ? ALL : List.of();
  }

  @Override
  public long version() {
    return profiles.summary().map(ProfileSummary::asOf).map(at -> at.toEpochMilli()).orElse(0L);
  }

  @Override
  public double[] numbers(String trait, List<CustomerId> customers) {
    Trait wanted = known(trait);
    return customers.stream()
        .map(profiles::profile)
        .mapToDouble(profile -> number(profile, wanted))
        .toArray();
  }

  private static double number(Optional<Profile> profile, Trait trait) {
    return profile.map(p -> p.number(trait).orElse(Double.NaN)).orElse(Double.NaN);
  }

  @Override
  public @Nullable String[] texts(String trait, List<CustomerId> customers) {
    Trait wanted = known(trait);
    return customers.stream()
        .map(customer -> profiles.profile(customer).flatMap(p -> p.text(wanted)).orElse(null))
        .toArray(String[]::new);
  }
}
