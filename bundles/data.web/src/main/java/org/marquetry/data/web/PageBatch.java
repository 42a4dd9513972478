package org.marquetry.data.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonBoolean;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What the page script sends at once.
///
/// @param session of the visitor; before consent a random id of this page view
/// @param visitor only after consent
/// @param inputs touches, keys and wheel moves on this page so far
/// @param automated the browser says that a program drives it
record PageBatch(
    String session,
    Optional<String> visitor,
    long inputs,
    boolean automated,
    List<JsonObject> events) {
  static final int MOST = 50;
  private static final Pattern SESSION = Pattern.compile("[ps]-[0-9a-f]{24}");
  private static final Pattern VISITOR = Pattern.compile("v-[0-9a-f]{24}");

  /// @throws IllegalArgumentException if it is not what the script sends
  static PageBatch read(String text) {
    try {
      JsonObject all = Json.parse(text).asObject();
      List<JsonObject> events =
          all.get("events").asArray().values().stream().map(JsonValue::asObject).toList();
      if (events.size() > MOST) {
        throw new IllegalArgumentException("at most " + MOST + " events at once");
      }
      return new PageBatch(
          matching(all.get("session").asString(), SESSION, "session"),
          all.find("visitor").map(v -> matching(v.asString(), VISITOR, "visitor")),
          all.find("inputs").map(v -> (long) v.asInt()).orElse(0L),
          all.find("automated").filter(v -> v instanceof JsonBoolean b && b.value()).isPresent(),
          events);
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          "line " + e.line() + ", column " + e.column() + ": " + e.getMessage(), e);
    }
  }

  private static String matching(String text, Pattern pattern, String name) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(name + " must look like " + pattern);
    }
    return text;
  }
}
