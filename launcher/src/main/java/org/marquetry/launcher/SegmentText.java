package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Segments and their counts in words.
final class SegmentText {
  private SegmentText() {}

  /// Two lines for each segment: its id and name, and whom it takes.
  static String list(JsonObject answer) {
    List<JsonObject> segments = Fields.objects(answer, "segments");
    var text = new StringBuilder(segments.isEmpty() ? "There are no segments.\n" : "");
    for (JsonObject segment : segments) {
      text.append(Fields.text(segment, "id")).append("  ");
      text.append(Fields.text(segment, "name")).append('\n').append("  ");
      text.append(Fields.text(segment.get("sentence").asObject(), "en")).append('\n');
    }
    return text.toString();
  }

  /// How many it takes right now, and what to know about it.
  static String count(JsonObject answer) {
    var text = new StringBuilder(Fields.isTrue(answer, "exact") ? "" : "at least ");
    text.append(Fields.number(answer, "count")).append(" of ");
    text.append(Fields.number(answer, "customers")).append(" customers\n");
    Fields.objects(answer, "reach")
        .forEach(reach ->
            text.append("  ")
                .append(Fields.number(reach, "count"))
                .append(" reachable by ")
                .append(Fields.text(reach, "channel"))
                .append('\n'));
    Fields.objects(answer, "warnings")
        .forEach(warning ->
            text.append("  ")
                .append(Fields.text(warning.get("text").asObject(), "en"))
                .append('\n'));
    return text.toString();
  }
}
