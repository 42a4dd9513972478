package org.marquetry.search.api;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Money;

/// What to look for. Immutable; made by [#builder].
public final class SearchRequest {
  /// The longest text of a request, in characters.
  public static final int MAX_TEXT = 500;

  /// The largest limit.
  public static final int MAX_LIMIT = 1_000;

  private final String text;
  private final int limit;
  private final @Nullable String language;
  private final @Nullable String category;
  private final @Nullable String brand;
  private final @Nullable Money atLeast;
  private final @Nullable Money atMost;

  private SearchRequest(Builder builder) {
    text = builder.text;
    limit = builder.limit;
    language = builder.language;
    category = builder.category;
    brand = builder.brand;
    atLeast = builder.atLeast;
    atMost = builder.atMost;
  }

  /// Start a request for the words of a text.
  ///
  /// @param text at most [#MAX_TEXT] characters; blank finds what the filters allow
  public static Builder builder(String text) {
    return new Builder(text);
  }

  /// Make a request without filters.
  public static SearchRequest of(String text, int limit) {
    return builder(text).limit(limit).build();
  }

  /// Start a request that differs from this one.
  public Builder toBuilder() {
    Builder builder = new Builder(text);
    builder.limit = limit;
    builder.language = language;
    builder.category = category;
    builder.brand = brand;
    builder.atLeast = atLeast;
    builder.atMost = atMost;
    return builder;
  }

  public String text() {
    return text;
  }

  /// The greatest number of hits, 1 to [#MAX_LIMIT].
  public int limit() {
    return limit;
  }

  /// The language the text is in, `zh` or `en`; empty: told by its letters.
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /// Only products of this category or subcategory, letter case aside.
  public Optional<String> category() {
    return Optional.ofNullable(category);
  }

  /// Only products of this brand, letter case aside.
  public Optional<String> brand() {
    return Optional.ofNullable(brand);
  }

  /// Only products with a known price in this currency, not below this.
  public Optional<Money> atLeast() {
    return Optional.ofNullable(atLeast);
  }

  /// Only products with a known price in this currency, not above this.
  public Optional<Money> atMost() {
    return Optional.ofNullable(atMost);
  }

  /// Collects the parts of a request.
  public static final class Builder {
    private final String text;
    private int limit = 10;
    private @Nullable String language;
    private @Nullable String category;
    private @Nullable String brand;
    private @Nullable Money atLeast;
    private @Nullable Money atMost;

    private Builder(String text) {
      this.text = Objects.requireNonNull(text, "text");
      if (text.length() > MAX_TEXT) {
        throw new IllegalArgumentException(
            "text must be at most " + MAX_TEXT + " characters, got " + text.length());
      }
    }

    /// @param limit 1 to [#MAX_LIMIT]; 10 unless set
    public Builder limit(int limit) {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", got " + limit);
      }
      this.limit = limit;
      return this;
    }

    /// @param language `zh` or `en`
    public Builder language(String language) {
      if (!language.equals("zh") && !language.equals("en")) {
        throw new IllegalArgumentException("language must be zh or en, got " + language);
      }
      this.language = language;
      return this;
    }

    public Builder category(@Nullable String category) {
      this.category = category;
      return this;
    }

    public Builder brand(@Nullable String brand) {
      this.brand = brand;
      return this;
    }

    public Builder atLeast(Money price) {
      this.atLeast = price;
      return this;
    }

    public Builder atMost(Money price) {
      this.atMost = price;
      return this;
    }

    /// @throws IllegalArgumentException if the two price bounds are in different currencies
    public SearchRequest build() {
      if (atLeast != null && atMost != null && !atLeast.currency().equals(atMost.currency())) {
        throw new IllegalArgumentException(
            "price bounds must be in one currency, got "
                + atLeast.currency()
                + " and "
                + atMost.currency());
      }
      return new SearchRequest(this);
    }
  }
}
