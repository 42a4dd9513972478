package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Segments and their counts in words.
final class SegmentText {
  private SegmentText() {}

  /// Two lines for each segment: its id and name, and whom it takes.
  static String list(JsonObject answer) {
    List<JsonObject> segments = FeatureText.objects(answer, "segments");
    var text = new StringBuilder(segments.isEmpty() ? "There are no segments.\n" : "");
    for (JsonObject segment : segments) {
      text.append(FeatureText.text(segment, "id")).append("  ");
      text.append(FeatureText.text(segment, "name")).append('\n').append("  ");
      text.append(FeatureText.text(segment.get("sentence").asObject(), "en")).append('\n');
    }
    return text.toString();
  }

  /// How many it takes right now, and what to know about it.
  static String count(JsonObject answer) {
    var text = new StringBuilder(FeatureText.isTrue(answer, "exact") ? "" : "at least ");
    text.append(FeatureText.number(answer, "count")).append(" of ");
    text.append(FeatureText.number(answer, "customers")).append(" customers\n");
    FeatureText.objects(answer, "reach")
        .forEach(reach ->
            text.append("  ")
                .append(FeatureText.number(reach, "count"))
                .append(" reachable by ")
                .append(FeatureText.text(reach, "channel"))
                .append('\n'));
    FeatureText.objects(answer, "warnings")
        .forEach(warning ->
            text.append("  ")
                .append(FeatureText.text(warning.get("text").asObject(), "en"))
                .append('\n'));
    return text.toString();
  }
}
