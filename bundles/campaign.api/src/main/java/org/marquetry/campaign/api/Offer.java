package org.marquetry.campaign.api;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Money;

/// What a customer gets, under which terms, and by which code. Immutable; made by [#builder].
public final class Offer {
  /// Longest name.
  public static final int MAX_NAME = 100;

  private final String name;
  private final Benefit benefit;
  private final Coupon coupon;
  private final Optional<Money> minimumOrder;
  private final Optional<Money> floorPrice;
  private final OptionalDouble marginGuard;
  private final Optional<LocalDate> from;
  private final Optional<LocalDate> until;
  private final boolean stacks;

  private Offer(Builder b) {
    name = b.name.strip();
    benefit = b.benefit;
    coupon = b.coupon;
    minimumOrder = Optional.ofNullable(b.minimumOrder);
    floorPrice = Optional.ofNullable(b.floorPrice);
    marginGuard = b.marginGuard;
    from = Optional.ofNullable(b.from);
    until = Optional.ofNullable(b.until);
    stacks = b.stacks;
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("an offer's name must have 1 to 100 characters");
    }
    if (marginGuard.isPresent()
        && !(marginGuard.getAsDouble() >= 0 && marginGuard.getAsDouble() < 1)) {
      throw new IllegalArgumentException(
          "marginGuard must be in [0, 1), got " + marginGuard.getAsDouble());
    }
    minimumOrder.ifPresent(m -> positive("minimumOrder", m));
    floorPrice.ifPresent(m -> positive("floorPrice", m));
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      throw new IllegalArgumentException(
          "an offer cannot end (" + until.get() + ") before it begins (" + from.get() + ")");
    }
    if (currencies().size() > 1) {
      throw new IllegalArgumentException(
          "all amounts of an offer must be in one currency, got " + currencies());
    }
  }

  private static void positive(String what, Money money) {
    if (money.minor() <= 0) {
      throw new IllegalArgumentException(what + " must be > 0, got " + money);
    }
  }

  /// The currencies that its amounts are in: none or one.
  public Set<String> currencies() {
    Set<String> all = new TreeSet<>();
    minimumOrder.map(Money::currency).ifPresent(all::add);
    floorPrice.map(Money::currency).ifPresent(all::add);
    switch (benefit) {
      case Benefit.Amount(Money off) -> all.add(off.currency());
      case Benefit.Gift(var _, Money each) -> all.add(each.currency());
      case Benefit.FreeDelivery(Money each) -> all.add(each.currency());
      case Benefit.None(), Benefit.Percent(var _) -> {}
    }
    return all;
  }

  /// Begin an offer without terms and without a code.
  ///
  /// @param name what marketers call it, 1 to 100 characters
  public static Builder builder(String name, Benefit benefit) {
    return new Builder(name, benefit);
  }

  public String name() {
    return name;
  }

  public Benefit benefit() {
    return benefit;
  }

  public Coupon coupon() {
    return coupon;
  }

  /// What an order must come to before the benefit.
  public Optional<Money> minimumOrder() {
    return minimumOrder;
  }

  /// What a unit must still cost with the benefit.
  public Optional<Money> floorPrice() {
    return floorPrice;
  }

  /// The share of what is paid that must be left after the goods and the offer are paid, in [0, 1).
  public OptionalDouble marginGuard() {
    return marginGuard;
  }

  /// The first day on which it holds, in the shop's zone; empty: at once.
  public Optional<LocalDate> from() {
    return from;
  }

  /// The last day on which it holds, in the shop's zone; empty: without an end.
  public Optional<LocalDate> until() {
    return until;
  }

  /// Whether it may be used together with other offers.
  public boolean stacks() {
    return stacks;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Offer o
        && name.equals(o.name)
        && benefit.equals(o.benefit)
        && coupon.equals(o.coupon)
        && minimumOrder.equals(o.minimumOrder)
        && floorPrice.equals(o.floorPrice)
        && marginGuard.equals(o.marginGuard)
        && from.equals(o.from)
        && until.equals(o.until)
        && stacks == o.stacks;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, benefit, coupon);
  }

  @Override
  public String toString() {
    return "Offer[" + name + ", " + benefit + "]";
  }

  /// Collects the parts of an offer; [#build] checks them.
  public static final class Builder {
    private final String name;
    private final Benefit benefit;
    private Coupon coupon = new Coupon.None();
    private @Nullable Money minimumOrder;
    private @Nullable Money floorPrice;
    private OptionalDouble marginGuard = OptionalDouble.empty();
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private boolean stacks;

    private Builder(String name, Benefit benefit) {
      this.name = name;
      this.benefit = benefit;
    }

    public Builder coupon(Coupon value) {
      coupon = value;
      return this;
    }

    public Builder minimumOrder(@Nullable Money value) {
      minimumOrder = value;
      return this;
    }

    public Builder floorPrice(@Nullable Money value) {
      floorPrice = value;
      return this;
    }

    public Builder marginGuard(OptionalDouble value) {
      marginGuard = value;
      return this;
    }

    public Builder from(@Nullable LocalDate value) {
      from = value;
      return this;
    }

    public Builder until(@Nullable LocalDate value) {
      until = value;
      return this;
    }

    public Builder stacks(boolean value) {
      stacks = value;
      return this;
    }

    /// @throws IllegalArgumentException saying which part is wrong
    public Offer build() {
      return new Offer(this);
    }
  }
}
