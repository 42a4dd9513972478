package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Money;

/// A campaign as people keep it: it may be unfinished. Immutable; made by [#builder].
public final class Campaign {
  /// Longest name.
  public static final int MAX_NAME = 100;

  private final String name;
  private final Goal goal;
  private final Optional<String> segment;
  private final Optional<CampaignId> corrects;
  private final Optional<String> offer;
  private final Optional<String> mail;
  private final String channel;
  private final Purpose purpose;
  private final int priority;
  private final Optional<Instant> start;
  private final int days;
  private final double holdoutShare;
  private final OptionalInt mostPeople;
  private final boolean onlyProfitable;
  private final double margin;
  private final Optional<Money> contactCost;

  private Campaign(Builder b) {
    name = b.name.strip();
    goal = b.goal;
    segment = Optional.ofNullable(b.segment);
    corrects = Optional.ofNullable(b.corrects);
    offer = Optional.ofNullable(b.offer);
    mail = Optional.ofNullable(b.mail);
    channel = b.channel;
    purpose = b.purpose;
    priority = b.priority;
    start = Optional.ofNullable(b.start);
    days = b.days;
    holdoutShare = b.holdoutShare;
    mostPeople = b.mostPeople;
    onlyProfitable = b.onlyProfitable;
    margin = b.margin;
    contactCost = Optional.ofNullable(b.contactCost);
    require(
        !name.isEmpty() && name.length() <= MAX_NAME,
        "a campaign's name must have 1 to 100 characters");
    require(!channel.isBlank() && channel.length() <= 40, "channel must have 1 to 40 characters");
    require(days >= 1 && days <= 365, "days must be 1..365, got " + days);
    require(priority >= 0 && priority <= 100, "priority must be 0..100, got " + priority);
    require(
        holdoutShare >= 0 && holdoutShare <= 0.9,
        "holdoutShare must be 0..0.9, got " + holdoutShare);
    require(mostPeople.orElse(1) >= 1, "mostPeople must be >= 1");
    require(margin > 0 && margin <= 1, "margin must be in (0, 1], got " + margin);
    require(contactCost.map(Money::minor).orElse(0L) >= 0, "contactCost must be >= 0");
    require(
        segment.isEmpty() || corrects.isEmpty(),
        "a correction goes to those who got the message, not to a segment");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// Begin a campaign to everybody, without an offer, by mail, as soon as it is launched, measured
  /// for 30 days against 5 % who get nothing.
  ///
  /// @param name what marketers call it, 1 to 100 characters
  public static Builder builder(String name, Goal goal) {
    return new Builder(name, goal);
  }

  public String name() {
    return name;
  }

  public Goal goal() {
    return goal;
  }

  /// The saved segment that it is for; empty: everybody.
  public Optional<String> segment() {
    return segment;
  }

  /// The campaign whose message it puts right: it is for exactly those who got that, or perhaps got
  /// it.
  public Optional<CampaignId> corrects() {
    return corrects;
  }

  /// The offer that it makes.
  public Optional<String> offer() {
    return offer;
  }

  /// The mail design that says it. Each of its subjects is a variant, and they are compared.
  public Optional<String> mail() {
    return mail;
  }

  public String channel() {
    return channel;
  }

  public Purpose purpose() {
    return purpose;
  }

  /// The higher, the sooner it gets places below the caps, 0 to 100.
  public int priority() {
    return priority;
  }

  /// Nothing goes out before; empty: as soon as it is launched.
  public Optional<Instant> start() {
    return start;
  }

  /// How long it is measured, in days, 1 to 365.
  public int days() {
    return days;
  }

  /// Share of those it could reach who get nothing, 0 to 0.9.
  public double holdoutShare() {
    return holdoutShare;
  }

  /// Most people who get it, those first who promise most.
  public OptionalInt mostPeople() {
    return mostPeople;
  }

  /// Whether people whose message is expected to lose money are left out.
  public boolean onlyProfitable() {
    return onlyProfitable;
  }

  /// Share of the price that is left after the goods are paid, in (0, 1].
  public double margin() {
    return margin;
  }

  /// What one message costs; empty: nothing.
  public Optional<Money> contactCost() {
    return contactCost;
  }

  /// Begin with all of this.
  public Builder with() {
    return new Builder(name, goal)
        .segment(segment.orElse(null))
        .corrects(corrects.orElse(null))
        .offer(offer.orElse(null))
        .mail(mail.orElse(null))
        .channel(channel)
        .purpose(purpose)
        .priority(priority)
        .start(start.orElse(null))
        .days(days)
        .holdoutShare(holdoutShare)
        .mostPeople(mostPeople)
        .onlyProfitable(onlyProfitable)
        .margin(margin)
        .contactCost(contactCost.orElse(null));
  }

  private List<Object> parts() {
    return List.of(
        name,
        goal,
        segment,
        corrects,
        offer,
        mail,
        channel,
        purpose,
        priority,
        start,
        days,
        holdoutShare,
        mostPeople,
        onlyProfitable,
        margin,
        contactCost);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Campaign c && parts().equals(c.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, goal, segment, offer);
  }

  @Override
  public String toString() {
    return "Campaign[" + name + "]";
  }

  /// Collects the parts of a campaign; [#build] checks them.
  public static final class Builder {
    private String name;
    private Goal goal;
    private @Nullable String segment;
    private @Nullable CampaignId corrects;
    private @Nullable String offer;
    private @Nullable String mail;
    private String channel = "email";
    private Purpose purpose = Purpose.MARKETING;
    private int priority;
    private @Nullable Instant start;
    private int days = 30;
    private double holdoutShare = 0.05;
    private OptionalInt mostPeople = OptionalInt.empty();
    private boolean onlyProfitable;
    private double margin = 0.3;
    private @Nullable Money contactCost;

    private Builder(String name, Goal goal) {
      this.name = name;
      this.goal = goal;
    }

    public Builder name(String value) {
      name = value;
      return this;
    }

    public Builder goal(Goal value) {
      goal = value;
      return this;
    }

    public Builder segment(@Nullable String value) {
      segment = value;
      return this;
    }

    public Builder corrects(@Nullable CampaignId value) {
      corrects = value;
      return this;
    }

    public Builder offer(@Nullable String value) {
      offer = value;
      return this;
    }

    public Builder mail(@Nullable String value) {
      mail = value;
      return this;
    }

    public Builder channel(String value) {
      channel = value;
      return this;
    }

    public Builder purpose(Purpose value) {
      purpose = value;
      return this;
    }

    public Builder priority(int value) {
      priority = value;
      return this;
    }

    public Builder start(@Nullable Instant value) {
      start = value;
      return this;
    }

    public Builder days(int value) {
      days = value;
      return this;
    }

    public Builder holdoutShare(double value) {
      holdoutShare = value;
      return this;
    }

    public Builder mostPeople(OptionalInt value) {
      mostPeople = value;
      return this;
    }

    public Builder onlyProfitable(boolean value) {
      onlyProfitable = value;
      return this;
    }

    public Builder margin(double value) {
      margin = value;
      return this;
    }

    public Builder contactCost(@Nullable Money value) {
      contactCost = value;
      return this;
    }

    /// @throws IllegalArgumentException saying which part is wrong
    public Campaign build() {
      return new Campaign(this);
    }
  }
}
