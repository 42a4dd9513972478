package com.example.sample;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.SegmentTrait.Use;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The points as a trait of customers.
@Provider("sample")
@Component
public final class SampleTraits implements TraitSource {
  static final Trait POINTS =
      new Trait(
          "samplePoints",
          Trait.Kind.NUMBER,
          new Words("Sample 积分", "Sample points"),
          Trait.Unit.NONE);

  /// Where the values are.
  interface Points {
    OptionalDouble of(String customer);

    /// Grows whenever a value changes.
    long version();
  }

  private final Points points;

  @Activate
  public SampleTraits(@Reference SamplePoints points) {
    this((Points) points);
  }

  SampleTraits(Points points) { // plain Java: the test uses this
    this.points = points;
  }

  @Override
  public List<SegmentTrait> traits() {
    return List.of(
        new SegmentTrait(POINTS, new Words("Sample", "Sample"), Set.of(Use.RANGE, Use.KNOWN)));
  }

  @Override
  public long version() {
    return points.version();
  }

  @Override
  public double[] numbers(String trait, List<CustomerId> customers) {
    if (!trait.equals(POINTS.id())) throw new IllegalArgumentException("no number trait " + trait);
    return customers.stream()
        .mapToDouble(customer -> points.of(customer.value()).orElse(Double.NaN))
        .toArray();
  }

  @Override
  public @Nullable String[] texts(String trait, List<CustomerId> customers) {
    throw new IllegalArgumentException("no text trait " + trait);
  }
}
