package org.marquetry.copy.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// What to write. Immutable; made by [#builder].
public final class Brief {
  /// The largest number of pieces.
  public static final int MAX_LIMIT = 100;

  private final Purpose purpose;
  private final Channel channel;
  private final CopyLanguage language;
  private final List<Fact> facts;
  private final Set<Style> styles;
  private final int limit;
  private final int maxLength;
  private final long seed;

  private Brief(Builder builder) {
    purpose = builder.purpose;
    channel = builder.channel;
    language = builder.language;
    facts = List.copyOf(builder.facts);
    styles = EnumSet.copyOf(builder.styles);
    limit = builder.limit;
    maxLength = builder.maxLength;
    seed = builder.seed;
  }

  public static Builder builder(Purpose purpose, Channel channel, CopyLanguage language) {
    return new Builder(purpose, channel, language);
  }

  public Purpose purpose() {
    return purpose;
  }

  public Channel channel() {
    return channel;
  }

  public CopyLanguage language() {
    return language;
  }

  /// What may be said; of several facts with one name the first counts.
  public List<Fact> facts() {
    return facts;
  }

  /// The styles that are wanted, at least one; all unless set.
  public Set<Style> styles() {
    return Set.copyOf(styles);
  }

  /// The greatest number of pieces, 1 to [#MAX_LIMIT].
  public int limit() {
    return limit;
  }

  /// A length below the channel's own limit, in characters.
  public OptionalInt maxLength() {
    return maxLength == 0 ? OptionalInt.empty() : OptionalInt.of(maxLength);
  }

  public long seed() {
    return seed;
  }

  /// Collects the parts of a brief.
  public static final class Builder {
    private final Purpose purpose;
    private final Channel channel;
    private final CopyLanguage language;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private Set<Style> styles = EnumSet.allOf(Style.class);
    private int limit = 3;
    private int maxLength;
    private long seed;

    private Builder(Purpose purpose, Channel channel, CopyLanguage language) {
      this.purpose = purpose;
      this.channel = channel;
      this.language = language;
    }

    /// @throws IllegalArgumentException if a fact of this id was added before
    public Builder fact(Fact fact) {
      if (!ids.add(fact.id())) {
        throw new IllegalArgumentException(
            "fact id must be unique in a brief, got " + fact.id() + " twice");
      }
      facts.add(fact);
      return this;
    }

    /// Add facts, see [#fact].
    public Builder facts(Iterable<Fact> more) {
      more.forEach(this::fact);
      return this;
    }

    /// @param styles at least one
    public Builder styles(Set<Style> styles) {
      if (styles.isEmpty())
        throw new IllegalArgumentException("styles must name at least one style");
      this.styles = EnumSet.copyOf(styles);
      return this;
    }

    /// @param limit 1 to [#MAX_LIMIT]; 3 unless set
    public Builder limit(int limit) {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", got " + limit);
      }
      this.limit = limit;
      return this;
    }

    /// @param characters at least 1
    public Builder maxLength(int characters) {
      if (characters < 1)
        throw new IllegalArgumentException("maxLength must be >= 1, got " + characters);
      this.maxLength = characters;
      return this;
    }

    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    public Brief build() {
      return new Brief(this);
    }
  }
}
