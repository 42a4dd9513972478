package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Features and their changes in words.
final class FeatureText {
  private FeatureText() {}

  /// One line for each feature.
  static String list(JsonObject answer) {
    List<JsonObject> features = objects(answer, "features");
    int width = features.stream().mapToInt(f -> text(f, "name").length()).max().orElse(0);
    var text = new StringBuilder();
    for (JsonObject feature : features) {
      String name = text(feature, "name");
      text.append(name).append(" ".repeat(width - name.length() + 2));
      text.append(text(feature, "version")).append("  ");
      text.append(strings(feature, "bundles").size()).append(" bundles");
      text.append(isTrue(feature, "added") ? ", installed into the home\n" : "\n");
    }
    return text.toString();
  }

  /// What a change did.
  static String change(JsonObject change) {
    List<String> in = strings(change, "installed");
    List<String> out = strings(change, "removed");
    var text = new StringBuilder();
    text.append(text(change, "feature")).append(' ').append(text(change, "version"));
    text.append(in.isEmpty() ? out.isEmpty() ? " runs already" : " is removed" : " runs");
    text.append(": ");
    text.append(in.size()).append(" bundles in, ").append(out.size()).append(" out, ");
    text.append(strings(change, "kept").size()).append(" kept, ");
    text.append(number(change, "seconds")).append(" s\n");
    in.forEach(b -> text.append("  in   ").append(b).append('\n'));
    out.forEach(b -> text.append("  out  ").append(b).append('\n'));
    return text.toString();
  }

  static List<JsonObject> objects(JsonObject in, String name) {
    return in.get(name).asArray().values().stream().map(JsonValue::asObject).toList();
  }

  static List<String> strings(JsonObject in, String name) {
    return in.get(name).asArray().values().stream().map(JsonValue::asString).toList();
  }

  static String text(JsonObject in, String name) {
    return in.get(name).asString();
  }

  static String number(JsonObject in, String name) {
    return in.get(name) instanceof JsonValue.JsonNumber number
        ? number.value().toPlainString()
        : "?";
  }

  static boolean isTrue(JsonObject in, String name) {
    return in.get(name) instanceof JsonValue.JsonBoolean bool && bool.value();
  }
}
