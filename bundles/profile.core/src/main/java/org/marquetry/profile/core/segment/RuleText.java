package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.ChoiceRow;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Join;
import org.marquetry.profile.api.SegmentRule.KnownRow;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentRule.NumberRow;
import org.marquetry.profile.api.SegmentRule.Thing;

/// A node of a rule as the door and the store have it: a group has `join` and `parts`; a row has
/// `trait`, `deed` or `segment`.
///
/// @param join `all`, `any` or `none`
/// @param daysAgo true when `from` and `to` of a date are days ago
/// @param values of a choice
/// @param known true: the trait is known
/// @param thing `product`, `category` or `brand`; left out: anything
/// @param name of the thing
/// @param measure `times` (also when left out), `units` or `money` in minor units
/// @param days within so many days
record RuleText(
    Optional<String> join,
    List<RuleText> parts,
    Optional<String> trait,
    OptionalDouble from,
    OptionalDouble to,
    Optional<Boolean> daysAgo,
    Optional<List<String>> values,
    Optional<Boolean> known,
    Optional<String> deed,
    Optional<String> thing,
    Optional<String> name,
    Optional<String> measure,
    OptionalInt days,
    Optional<String> segment) {
  private static final Set<String> MEMBERS =
      Set.of(
          "join", "parts", "trait", "from", "to", "daysAgo", "values", "known", "deed", "thing",
          "name", "measure", "days", "segment");

  static RuleText of(SegmentRule rule) {
    return Draft.of(map(rule));
  }

  static String json(SegmentRule rule) {
    return Json.write(map(rule));
  }

  /// @throws IllegalArgumentException saying what is wrong, and where
  static Group read(String json) {
    try {
      return Draft.of(plain(Json.parse(json))).toGroup();
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          "line %d, column %d: %s".formatted(e.line(), e.column(), e.getMessage()), e);
    }
  }

  private static Map<String, Object> map(SegmentRule rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (rule) {
      case Group(Join by, List<SegmentRule> inner) -> {
        map.put("join", word(by));
        map.put("parts", inner.stream().map(RuleText::map).toList());
      }
      case NumberRow(String id, OptionalDouble low, OptionalDouble high) -> {
        map.put("trait", id);
        range(map, low, high);
      }
      case DaysAgoRow(String id, OptionalInt low, OptionalInt high) -> {
        map.put("trait", id);
        map.put("daysAgo", true);
        low.ifPresent(n -> map.put("from", n));
        high.ifPresent(n -> map.put("to", n));
      }
      case ChoiceRow(String id, Set<String> some) -> {
        map.put("trait", id);
        map.put("values", List.copyOf(some));
      }
      case KnownRow(String id) -> {
        map.put("trait", id);
        map.put("known", true);
      }
      case DeedRow row -> deed(map, row);
      case MemberRow(String id) -> map.put("segment", id);
    }
    return map;
  }

  private static void deed(Map<String, Object> map, DeedRow row) {
    map.put("deed", row.deed());
    if (row.thing() != Thing.ANYTHING) {
      map.put("thing", word(row.thing()));
      map.put("name", row.name());
    }
    map.put("measure", word(row.measure()));
    range(map, row.from(), row.to());
    row.days().ifPresent(n -> map.put("days", n));
  }

  private static void range(Map<String, Object> map, OptionalDouble low, OptionalDouble high) {
    low.ifPresent(n -> map.put("from", n));
    high.ifPresent(n -> map.put("to", n));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// Make the rule of it.
  ///
  /// @throws IllegalArgumentException if it is none, or not a group
  Group toGroup() {
    if (toRule() instanceof Group group) {
      return group;
    }
    throw new IllegalArgumentException("a rule must be a group: give join and parts");
  }

  SegmentRule toRule() {
    if (join.isPresent()) {
      return new Group(
          one(Join.class, "join", join.get()), parts.stream().map(RuleText::toRule).toList());
    }
    if (deed.isPresent()) {
      return new DeedRow(
          deed.get(),
          thing.map(t -> one(Thing.class, "thing", t)).orElse(Thing.ANYTHING),
          name.orElse(""),
          measure.map(m -> one(Measure.class, "measure", m)).orElse(Measure.TIMES),
          from,
          to,
          days);
    }
    if (segment.isPresent()) {
      return new MemberRow(segment.get());
    }
    String id =
        trait.orElseThrow(
            () -> new IllegalArgumentException("a node must have join, trait, deed or segment"));
    if (values.isPresent()) {
      return new ChoiceRow(id, Set.copyOf(values.get()));
    }
    if (known.isPresent()) {
      return new KnownRow(id);
    }
    return daysAgo.orElse(false)
        ? new DaysAgoRow(id, whole(from), whole(to))
        : new NumberRow(id, from, to);
  }

  private static OptionalInt whole(OptionalDouble number) {
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    double value = number.getAsDouble();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("days must be whole numbers, got " + value);
    }
    return OptionalInt.of((int) value);
  }

  private static <E extends Enum<E>> E one(Class<E> type, String field, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> word(e).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s must be one of %s, got %s"
                    .formatted(
                        field,
                        Arrays.stream(type.getEnumConstants()).map(RuleText::word).toList(),
                        word)));
  }

  private static Object plain(JsonValue value) {
    return switch (value) {
      case JsonValue.JsonString text -> text.value();
      case JsonValue.JsonNumber number -> number.value().doubleValue();
      case JsonValue.JsonBoolean truth -> truth.value();
      case JsonValue.JsonNull _ -> "";
      case JsonValue.JsonArray array -> array.values().stream().map(RuleText::plain).toList();
      case JsonValue.JsonObject object -> {
        Map<String, Object> map = new LinkedHashMap<>();
        object.members().forEach((name, inner) -> map.put(name, plain(inner)));
        yield map;
      }
    };
  }

  /// Reads plain maps.
  private static final class Draft {
    static RuleText of(Object value) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException("a node of a rule must be an object");
      }
      for (Object key : map.keySet()) {
        if (!MEMBERS.contains(key)) {
          throw new IllegalArgumentException("a node of a rule has no member " + key);
        }
      }
      return new RuleText(
          get(map, "join", String.class),
          list(map, "parts").map(l -> l.stream().map(Draft::of).toList()).orElse(List.of()),
          get(map, "trait", String.class),
          number(map, "from"),
          number(map, "to"),
          get(map, "daysAgo", Boolean.class),
          list(map, "values").map(l -> l.stream().map(String::valueOf).toList()),
          get(map, "known", Boolean.class),
          get(map, "deed", String.class),
          get(map, "thing", String.class),
          get(map, "name", String.class),
          get(map, "measure", String.class),
          whole(number(map, "days")),
          get(map, "segment", String.class));
    }

    private static <T> Optional<T> get(Map<?, ?> map, String name, Class<T> type) {
      Object value = map.get(name);
      if (value != null && !type.isInstance(value)) {
        throw new IllegalArgumentException(name + " must be a " + type.getSimpleName());
      }
      return Optional.ofNullable(type.cast(value));
    }

    private static Optional<List<?>> list(Map<?, ?> map, String name) {
      return get(map, name, List.class).map(l -> new ArrayList<Object>(l));
    }

    private static OptionalDouble number(Map<?, ?> map, String name) {
      return get(map, name, Number.class)
          .map(n -> OptionalDouble.of(n.doubleValue()))
          .orElse(OptionalDouble.empty());
    }
  }
}
