package org.marquetry.insight.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ProviderType;

/// One thing on the page Today. Immutable; made with [#builder].
@ProviderType
public final class AgendaItem {
  private static final Pattern KEY = Pattern.compile("\\S{1,200}");

  /// What kind of thing it is.
  public enum Kind {
    /// Somebody should decide or do something.
    WAITS,
    /// Something does not work as it should.
    WRONG,
    /// The suite did something by itself.
    DONE,
    /// Something worth trying when nothing waits.
    IDEA
  }

  private final Kind kind;
  private final String key;
  private final Instant at;
  private final Words title;
  private final Optional<Words> why;
  private final Optional<Money> stake;
  private final Optional<String> address;
  private final Optional<Words> act;
  private final String permission;

  private AgendaItem(Builder from) {
    kind = from.kind;
    key = from.key;
    at = from.at;
    title = from.title;
    why = Optional.ofNullable(from.why);
    stake = Optional.ofNullable(from.stake);
    address = Optional.ofNullable(from.address);
    act = Optional.ofNullable(from.act);
    permission = from.permission;
  }

  /// Begin an item.
  ///
  /// @param key what it is about, as `kind/id`; the same thing keeps its key, so that "later" holds
  /// @param at since when it is so, or when it was done
  /// @param title one short sentence
  /// @throws IllegalArgumentException if the key is empty, has blanks or more than 200 characters
  public static Builder builder(Kind kind, String key, Instant at, Words title) {
    return new Builder(kind, key, at, title);
  }

  public Kind kind() {
    return kind;
  }

  public String key() {
    return key;
  }

  public Instant at() {
    return at;
  }

  public Words title() {
    return title;
  }

  /// The reason: on what it rests, what happens if nothing is done.
  public Optional<Words> why() {
    return why;
  }

  /// The money that depends on it.
  public Optional<Money> stake() {
    return stake;
  }

  /// The page where it is dealt with, without a leading slash.
  public Optional<String> address() {
    return address;
  }

  /// What the button to that page says; there if and only if [#address] is.
  public Optional<Words> act() {
    return act;
  }

  /// What a user must be allowed to see it.
  public String permission() {
    return permission;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AgendaItem o
        && kind == o.kind
        && key.equals(o.key)
        && at.equals(o.at)
        && title.equals(o.title)
        && why.equals(o.why)
        && stake.equals(o.stake)
        && address.equals(o.address)
        && act.equals(o.act)
        && permission.equals(o.permission);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, key, at, title);
  }

  @Override
  public String toString() {
    return kind + " " + key + ": " + title.en();
  }

  /// Makes an item.
  @ProviderType
  public static final class Builder {
    private final Kind kind;
    private final String key;
    private final Instant at;
    private final Words title;
    private @Nullable Words why;
    private @Nullable Money stake;
    private @Nullable String address;
    private @Nullable Words act;
    private String permission = "insight.read";

    private Builder(Kind kind, String key, Instant at, Words title) {
      if (!KEY.matcher(key).matches()) {
        throw new IllegalArgumentException(
            "key must have 1 to 200 characters and no blank, got '" + key + "'");
      }
      this.kind = kind;
      this.key = key;
      this.at = at;
      this.title = title;
    }

    public Builder why(Words reason) {
      this.why = reason;
      return this;
    }

    public Builder stake(Money money) {
      this.stake = money;
      return this;
    }

    /// Name the page where it is dealt with, and what the button says.
    public Builder act(Words label, String page) {
      this.act = label;
      this.address = page;
      return this;
    }

    /// Say who may see it; `insight.read` if nothing is said.
    public Builder permission(String needed) {
      this.permission = needed;
      return this;
    }

    public AgendaItem build() {
      return new AgendaItem(this);
    }
  }
}
