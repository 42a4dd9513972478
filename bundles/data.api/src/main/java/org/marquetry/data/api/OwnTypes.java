package org.marquetry.data.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ProviderType;

/// The shop's own event types and fields. What is declared is checked at the door from then on, and
/// pages may send it where the declaration says so; what is not declared is kept and ignored.
/// Fields stand in `v1.events.properties` by their name.
@ProviderType
@Requires("data.read")
public interface OwnTypes {
  /// What is declared now, by name.
  List<EventType> types();

  /// Find what a type declares.
  Optional<EventType> type(String name);

  /// Declare a type, in the place of what it declared before. Who and when is kept, and noted in
  /// the audit as `eventType/NAME`.
  ///
  /// @throws IllegalArgumentException naming what is wrong; nothing is stored
  @Requires("data.configure")
  void declare(EventType type);

  /// Take a declaration back: events of the type are kept and ignored again.
  ///
  /// @throws IllegalArgumentException if it is not declared
  @Requires("data.configure")
  void withdraw(String name);

  /// What a type declared over time, newest first.
  List<Change> history(String name);

  /// What a field holds.
  enum Kind {
    TEXT,
    /// As JSON writes it, such as `12.5`.
    NUMBER,
    /// `true` or `false`.
    TRUTH,
    /// `2026-11-29`.
    DATE,
    /// `2026-11-29T09:30:00Z`.
    TIME;

    /// Tell whether a text is one of this kind.
    public boolean holds(String value) {
      try {
        return switch (this) {
          case TEXT -> true;
          case NUMBER -> value.length() <= 40 && new BigDecimal(value).precision() > 0;
          case TRUTH -> value.equals("true") || value.equals("false");
          case DATE -> !LocalDate.parse(value).isAfter(LocalDate.MAX);
          case TIME -> !Instant.parse(value).isAfter(Instant.MAX);
        };
      } catch (NumberFormatException | DateTimeException e) {
        return false;
      }
    }
  }

  /// @param unit of a number, such as `km`; empty: none
  /// @param personal whether it tells about a person: then it is exported and erased with them, and
  ///   pages cannot send it
  /// @param required whether each event of the type must have it
  record Field(String name, Kind kind, String unit, boolean personal, boolean required) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,39}");

    public Field {
      if (!NAME.matcher(name).matches()) {
        throw new Rejected(
            new Words(
                "字段名应为 1 到 40 个字母、数字或 _，以字母开头，而不是 " + name,
                "a field's name must be 1 to 40 letters, digits and _, beginning with a letter, got "
                    + name));
      }
      if (unit.length() > 20) {
        throw new Rejected(
            new Words(
                "单位最多 20 个字符，而不是 " + unit, "a unit must have at most 20 characters, got " + unit));
      }
    }
  }

  /// @param name such as `tastingBooked`; none of the vocabulary's
  /// @param label what people call it, 1 to 100 characters
  /// @param fromPages whether the page script may send it
  /// @param fields at most 40, each name once
  record EventType(String name, String label, boolean fromPages, List<Field> fields) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{1,39}");

    public EventType {
      fields = List.copyOf(fields);
      if (!NAME.matcher(name).matches()) {
        throw new Rejected(
            new Words(
                "类型名应为 2 到 40 个字母或数字，以小写字母开头，而不是 " + name,
                "a type's name must be 2 to 40 letters and digits, beginning with a small one, got "
                    + name));
      }
      if (label.isBlank() || label.length() > 100) {
        throw new Rejected(
            new Words("名称需要 1 到 100 个字符", "the label must have 1 to 100 characters"));
      }
      HashSet<String> names = new HashSet<>();
      if (fields.size() > 40 || !fields.stream().allMatch(f -> names.add(f.name()))) {
        throw new Rejected(new Words("最多 40 个字段，名称不可重复", "at most 40 fields, each name once"));
      }
    }

    /// Hold the properties of an event against this declaration; others than the declared ones are
    /// kept.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or of another kind
    public void check(Map<String, String> properties) {
      for (Field field : fields) {
        String value = properties.get(field.name);
        if (value == null && field.required) {
          throw new IllegalArgumentException(name + " must have the field " + field.name);
        }
        if (value != null && !field.kind.holds(value)) {
          throw new IllegalArgumentException(
              field.name + " of " + name + " must be of the kind " + field.kind + ", got " + value);
        }
      }
    }
  }

  /// @param type empty: it was withdrawn
  record Change(Optional<EventType> type, String by, Instant at) {}
}
