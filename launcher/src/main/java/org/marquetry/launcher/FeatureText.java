package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Features and their changes in words.
final class FeatureText {
  private FeatureText() {}

  /// One line for each feature.
  static String list(JsonObject answer) {
    List<JsonObject> features = Fields.objects(answer, "features");
    int width = features.stream().mapToInt(f -> Fields.text(f, "name").length()).max().orElse(0);
    var text = new StringBuilder();
    for (JsonObject feature : features) {
      String name = Fields.text(feature, "name");
      text.append(name).append(" ".repeat(width - name.length() + 2));
      text.append(Fields.text(feature, "version")).append("  ");
      text.append(Fields.strings(feature, "bundles").size()).append(" bundles");
      text.append(Fields.isTrue(feature, "added") ? ", installed into the home\n" : "\n");
    }
    return text.toString();
  }

  /// What a change did.
  static String change(JsonObject change) {
    List<String> in = Fields.strings(change, "installed");
    List<String> out = Fields.strings(change, "removed");
    var text = new StringBuilder();
    text.append(Fields.text(change, "feature")).append(' ').append(Fields.text(change, "version"));
    text.append(in.isEmpty() ? out.isEmpty() ? " runs already" : " is removed" : " runs");
    text.append(": ");
    text.append(in.size()).append(" bundles in, ").append(out.size()).append(" out, ");
    text.append(Fields.strings(change, "kept").size()).append(" kept, ");
    text.append(Fields.number(change, "seconds")).append(" s\n");
    in.forEach(b -> text.append("  in   ").append(b).append('\n'));
    out.forEach(b -> text.append("  out  ").append(b).append('\n'));
    return text.toString();
  }
}
