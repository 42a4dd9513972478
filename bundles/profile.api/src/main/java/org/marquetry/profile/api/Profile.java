package org.marquetry.profile.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;

/// One customer as of one moment. Immutable; what is not known is absent.
public final class Profile {
  private final CustomerId customer;
  private final @Nullable String currency;
  private final Map<String, Double> numbers;
  private final Map<String, String> texts;
  private final Map<String, LocalDate> dates;
  private final @Nullable Interval lifetimeValue;
  private final List<Affinity> affinities;

  private Profile(Builder builder) {
    customer = builder.customer;
    currency = builder.currency;
    numbers = Map.copyOf(builder.numbers);
    texts = Map.copyOf(builder.texts);
    dates = Map.copyOf(builder.dates);
    lifetimeValue = builder.lifetimeValue;
    affinities = List.copyOf(builder.affinities);
  }

  /// Start a profile.
  public static Builder builder(CustomerId customer) {
    return new Builder(customer);
  }

  public CustomerId customer() {
    return customer;
  }

  /// Return a number, in the trait's unit.
  public OptionalDouble number(Trait trait) {
    Double value = numbers.get(trait.id());
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// Return a text.
  public Optional<String> text(Trait trait) {
    return Optional.ofNullable(texts.get(trait.id()));
  }

  /// Return a date, in the shop's zone.
  public Optional<LocalDate> date(Trait trait) {
    return Optional.ofNullable(dates.get(trait.id()));
  }

  /// Return a number of unit money, rounded to the minor unit; absent without a known currency.
  public Optional<Money> money(Trait trait) {
    OptionalDouble value = number(trait);
    return value.isEmpty() || currency == null
        ? Optional.empty()
        : Optional.of(new Money(Math.round(value.getAsDouble()), currency));
  }

  /// Return the lifetime value with its prediction interval, in minor units: expected discounted
  /// spend of the time ahead, and the range that it lies in with the interval's level; widened
  /// where needed to hold the expectation.
  public Optional<Interval> lifetimeValue() {
    return Optional.ofNullable(lifetimeValue);
  }

  /// Return the strongest affinities, categories before brands, strongest first, at most five of
  /// each.
  public List<Affinity> affinities() {
    return affinities;
  }

  @Override
  public String toString() {
    return "Profile[" + customer + "]";
  }

  /// Collects what is known. Not for use by several threads.
  public static final class Builder {
    private final CustomerId customer;
    private @Nullable String currency;
    private final Map<String, Double> numbers = new java.util.HashMap<>();
    private final Map<String, String> texts = new java.util.HashMap<>();
    private final Map<String, LocalDate> dates = new java.util.HashMap<>();
    private @Nullable Interval lifetimeValue;
    private List<Affinity> affinities = List.of();

    private Builder(CustomerId customer) {
      this.customer = Objects.requireNonNull(customer, "customer");
    }

    /// Set the currency of all money, ISO 4217.
    public Builder currency(String code) {
      currency = code;
      return this;
    }

    /// Set a number; NaN leaves it unknown.
    public Builder number(Trait trait, double value) {
      Conditions.require(trait, Trait.Kind.NUMBER);
      if (!Double.isNaN(value)) {
        numbers.put(trait.id(), value);
      }
      return this;
    }

    public Builder text(Trait trait, String value) {
      Conditions.require(trait, Trait.Kind.TEXT);
      texts.put(trait.id(), value);
      return this;
    }

    public Builder date(Trait trait, LocalDate value) {
      Conditions.require(trait, Trait.Kind.DATE);
      dates.put(trait.id(), value);
      return this;
    }

    public Builder lifetimeValue(Interval value) {
      lifetimeValue = value;
      return this;
    }

    public Builder affinities(List<Affinity> values) {
      affinities = values;
      return this;
    }

    public Profile build() {
      return new Profile(this);
    }
  }
}
