package org.marquetry.platform.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/// JSON Schema (2020-12) of records, collected as an OpenAPI document needs them.
final class Schemas {
  private static final Map<String, Object> INTEGER = Map.of("type", "integer");
  private static final Map<String, Object> NUMBER = Map.of("type", "number");
  private static final Map<Class<?>, Map<String, Object>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(int.class, INTEGER),
          Map.entry(Integer.class, INTEGER),
          Map.entry(OptionalInt.class, INTEGER),
          Map.entry(long.class, INTEGER),
          Map.entry(Long.class, INTEGER),
          Map.entry(OptionalLong.class, INTEGER),
          Map.entry(double.class, NUMBER),
          Map.entry(Double.class, NUMBER),
          Map.entry(OptionalDouble.class, NUMBER),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")));

  private final Map<String, Object> components = new TreeMap<>();

  /// The schemas that [#of] referred to, by name.
  Map<String, Object> components() {
    return components;
  }

  Map<String, Object> of(Type type) {
    Class<?> raw = type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : plain(type);
    Map<String, Object> plain = PLAIN.get(raw);
    if (plain != null) {
      return plain;
    }
    if (raw == Optional.class) {
      return of(argument(type));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(argument(type)));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Map.of("type", "object", "additionalProperties", of(argument(type)));
    }
    if (raw.isEnum()) {
      List<String> names = Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList();
      return Map.of("type", "string", "enum", names);
    }
    return raw.isRecord() ? reference(raw) : Map.of();
  }

  /// What a value of a class is, in words.
  static String words(Class<?> type) {
    Map<String, Object> plain = PLAIN.get(type);
    if (type == Instant.class) {
      return "a time like 2025-01-31T09:30:00Z";
    }
    if (plain == null) {
      return type.isEnum()
          ? "one of " + Arrays.toString(type.getEnumConstants())
          : "of another kind";
    }
    return INTEGER.equals(plain) ? "an integer" : "a " + plain.get("type");
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!components.containsKey(name)) {
      components.put(name, Map.of()); // ends a recursion
      components.put(name, object(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), of(component.getGenericType()));
      if (RecordShape.isRequired(component)) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Class<?> plain(Type type) {
    return type instanceof Class<?> c ? c : Object.class;
  }

  private static Type argument(Type type) {
    Type[] arguments =
        type instanceof ParameterizedType p
            ? p.getActualTypeArguments()
            : new Type[] {Object.class};
    return arguments[arguments.length - 1];
  }
}
