package com.example.sample;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.tck.TraitSourceContract;

/// What the suite demands of every source of traits.
class SampleTest extends TraitSourceContract {
  private final Map<String, Double> values = Map.of("ann", 3.0, "bob", 0.0);

  @Override
  protected TraitSource source() {
    return new SampleTraits(
        new SampleTraits.Points() {
          @Override
          public OptionalDouble of(String customer) {
            Double value = values.get(customer);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
          }

          @Override
          public long version() {
            return 1;
          }
        });
  }

  @Override
  protected List<CustomerId> known() {
    return List.of(new CustomerId("ann"), new CustomerId("bob"));
  }
}
