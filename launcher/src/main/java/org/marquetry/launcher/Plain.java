package org.marquetry.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// JSON that was read, as what can be written again.
final class Plain {
  private Plain() {}

  static Map<String, Object> members(JsonObject object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, value) -> {
          Object plain = of(value);
          if (plain != null) members.put(name, plain);
        });
    return members;
  }

  private static @Nullable Object of(JsonValue value) {
    return switch (value) {
      case JsonObject object -> members(object);
      case JsonValue.JsonArray array -> array.values().stream().map(Plain::of).toList();
      case JsonValue.JsonString string -> string.value();
      case JsonValue.JsonNumber number -> number.value();
      case JsonValue.JsonBoolean bool -> bool.value();
      case JsonValue.JsonNull _ -> null;
    };
  }
}
