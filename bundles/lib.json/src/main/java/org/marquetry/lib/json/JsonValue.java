package org.marquetry.lib.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One JSON value and the place where it starts in its text.
public sealed interface JsonValue {
  /// Where the value starts.
  Place place();

  /// The JSON name of this kind of value, for messages: `object`, `array`, `string`, `number`,
  /// `true or false`, `null`.
  String kind();

  /// Return this value as an object.
  ///
  /// @throws JsonException if it is something else
  default JsonObject asObject() {
    if (this instanceof JsonObject object) return object;
    throw expected("对象 { }", "an object { }");
  }

  /// Return this value as an array.
  ///
  /// @throws JsonException if it is something else
  default JsonArray asArray() {
    if (this instanceof JsonArray array) return array;
    throw expected("数组 [ ]", "an array [ ]");
  }

  /// Return the text of this string.
  ///
  /// @throws JsonException if it is something else
  default String asString() {
    if (this instanceof JsonString string) return string.value();
    throw expected("字符串", "a string");
  }

  /// Return a boolean.
  ///
  /// @throws JsonException if it is something else
  default boolean asBoolean() {
    if (this instanceof JsonBoolean(var _, var value)) return value;
    throw expected("true 或 false", "true or false");
  }

  /// Return this number as an `int`.
  ///
  /// @throws JsonException if it is something else or not a whole number that fits
  default int asInt() {
    if (this instanceof JsonNumber number) {
      try {
        return number.value().intValueExact();
      } catch (ArithmeticException e) {
        throw new JsonException(
            place(),
            "应为整数，实际为 " + number.value(),
            "expected a whole number, got " + number.value());
      }
    }
    throw expected("整数", "a whole number");
  }

  /// Return this number as a `long`.
  ///
  /// @throws JsonException if it is something else or not a whole number that fits
  default long asLong() {
    if (this instanceof JsonNumber number) {
      try {
        return number.value().longValueExact();
      } catch (ArithmeticException e) {
        throw new JsonException(
            place(),
            "应为整数，实际为 " + number.value(),
            "expected a whole number, got " + number.value());
      }
    }
    throw expected("整数", "a whole number");
  }

  private JsonException expected(String zh, String en) {
    String found =
        switch (this) {
          case JsonObject _ -> "对象";
          case JsonArray _ -> "数组";
          case JsonString _ -> "字符串";
          case JsonNumber _ -> "数字";
          case JsonBoolean _ -> "true 或 false";
          case JsonNull _ -> "null";
        };
    return new JsonException(
        place(), "应为" + zh + "，实际为" + found, "expected " + en + ", got " + kind());
  }

  /// A place in a text: line and column, both from 1.
  record Place(int line, int column) {}

  /// An object; members in the order of the text.
  record JsonObject(Place place, Map<String, JsonValue> members, Map<String, Place> names)
      implements JsonValue {
    public JsonObject {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
      names = Map.copyOf(names);
    }

    @Override
    public String kind() {
      return "an object";
    }

    /// Return the member of this name, or empty.
    public Optional<JsonValue> find(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /// Return the member of this name.
    ///
    /// @throws JsonException if there is none
    public JsonValue get(String name) {
      return find(name)
          .orElseThrow(() ->
              new JsonException(place, "这里缺少“" + name + "”", "\"" + name + "\" is missing here"));
    }

    /// Where the name of a member stands; the object's own place for an unknown name.
    public Place placeOf(String name) {
      return names.getOrDefault(name, place);
    }
  }

  /// An array.
  record JsonArray(Place place, List<JsonValue> values) implements JsonValue {
    public JsonArray {
      values = List.copyOf(values);
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  /// A string.
  record JsonString(Place place, String value) implements JsonValue {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /// A number, exact.
  record JsonNumber(Place place, BigDecimal value) implements JsonValue {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /// `true` or `false`.
  record JsonBoolean(Place place, boolean value) implements JsonValue {
    @Override
    public String kind() {
      return "true or false";
    }
  }

  /// `null`.
  record JsonNull(Place place) implements JsonValue {
    @Override
    public String kind() {
      return "null";
    }
  }
}
