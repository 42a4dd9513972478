package org.marquetry.data.api;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the person who imports knows better than the files. Immutable; made by [#builder].
public final class IntakeOptions {
  private final @Nullable Currency currency;
  private final ZoneId timeZone;
  private final @Nullable String shopName;

  private IntakeOptions(Builder b) {
    currency = b.currency;
    timeZone = b.timeZone;
    shopName = b.shopName;
  }

  /// Options where everything is guessed and times without a zone are UTC.
  public static IntakeOptions guessAll() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Currency of amounts that carry none; empty: guessed, else EUR with a note in the report.
  public Optional<Currency> currency() {
    return Optional.ofNullable(currency);
  }

  /// Zone of times that carry none, and of the shop.
  public ZoneId timeZone() {
    return timeZone;
  }

  /// Name of the shop; empty: the folder's name.
  public Optional<String> shopName() {
    return Optional.ofNullable(shopName);
  }

  /// Collects options.
  public static final class Builder {
    private @Nullable Currency currency;
    private ZoneId timeZone = ZoneOffset.UTC;
    private @Nullable String shopName;

    private Builder() {}

    public Builder currency(Currency currency) {
      this.currency = currency;
      return this;
    }

    public Builder timeZone(ZoneId timeZone) {
      this.timeZone = timeZone;
      return this;
    }

    public Builder shopName(String shopName) {
      this.shopName = shopName;
      return this;
    }

    public IntakeOptions build() {
      return new IntakeOptions(this);
    }
  }
}
