package org.marquetry.data.api;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the person who imports a file knows better than the guess; what is left out is guessed.
/// Immutable; made by [#builder].
public final class ImportMapping {
  private final Builder values;

  private ImportMapping(Builder values) {
    this.values = values;
  }

  /// A mapping where everything is guessed and times without a zone are UTC.
  public static ImportMapping guessAll() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// One of [Imports#roles], in its words.
  public Optional<String> role() {
    return Optional.ofNullable(values.role);
  }

  /// Name of a charset, for example `GB18030`.
  public Optional<String> encoding() {
    return Optional.ofNullable(values.encoding);
  }

  /// What separates fields; a blank means any number of blanks.
  public Optional<String> delimiter() {
    return Optional.ofNullable(values.delimiter);
  }

  /// Whether the first row names the columns.
  public Optional<Boolean> header() {
    return Optional.ofNullable(values.header);
  }

  /// Whether in 03/04/2026 the day comes first.
  public Optional<Boolean> dayFirst() {
    return Optional.ofNullable(values.dayFirst);
  }

  /// Type of the events of a file that has no column for it.
  public Optional<String> eventType() {
    return Optional.ofNullable(values.eventType);
  }

  /// Currency of amounts that carry none; empty: guessed, else the shop's.
  public Optional<Currency> currency() {
    return Optional.ofNullable(values.currency);
  }

  /// Zone of times that carry none; empty: the shop's.
  public Optional<ZoneId> timeZone() {
    return Optional.ofNullable(values.timeZone);
  }

  /// Meaning by column: the name in the header, or the position counted from 1. A meaning is one of
  /// those that [Imports#roles] lists for the role, or `ignore`.
  public Map<String, String> columns() {
    return Collections.unmodifiableMap(values.columns);
  }

  /// A builder that starts with the values of this mapping.
  public Builder toBuilder() {
    return values.copy();
  }

  /// Collects what is known.
  public static final class Builder {
    private @Nullable String role;
    private @Nullable String encoding;
    private @Nullable String delimiter;
    private @Nullable Boolean header;
    private @Nullable Boolean dayFirst;
    private @Nullable String eventType;
    private @Nullable Currency currency;
    private @Nullable ZoneId timeZone;
    private final Map<String, String> columns = new TreeMap<>();

    private Builder() {}

    public Builder role(@Nullable String value) {
      role = value;
      return this;
    }

    public Builder encoding(@Nullable String value) {
      encoding = value;
      return this;
    }

    public Builder delimiter(@Nullable String value) {
      delimiter = value;
      return this;
    }

    public Builder header(@Nullable Boolean value) {
      header = value;
      return this;
    }

    public Builder dayFirst(@Nullable Boolean value) {
      dayFirst = value;
      return this;
    }

    public Builder eventType(@Nullable String value) {
      eventType = value;
      return this;
    }

    public Builder currency(@Nullable Currency value) {
      currency = value;
      return this;
    }

    public Builder timeZone(@Nullable ZoneId value) {
      timeZone = value == null || !value.getId().equals("Z") ? value : ZoneOffset.UTC;
      return this;
    }

    /// Say what a column is.
    ///
    /// @param column its name, or its position counted from 1
    public Builder column(String column, String meaning) {
      columns.put(column, meaning);
      return this;
    }

    private Builder copy() {
      Builder copy =
          new Builder()
              .role(role)
              .encoding(encoding)
              .delimiter(delimiter)
              .header(header)
              .dayFirst(dayFirst)
              .eventType(eventType)
              .currency(currency)
              .timeZone(timeZone);
      copy.columns.putAll(columns);
      return copy;
    }

    public ImportMapping build() {
      return new ImportMapping(copy());
    }
  }
}
