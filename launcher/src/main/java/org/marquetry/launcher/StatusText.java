package org.marquetry.launcher;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The state of the suite in words: what is well in short, what is not in full.
final class StatusText {
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z").withZone(ZoneId.systemDefault());
  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(11);

  private StatusText() {}

  static String of(JsonObject status) {
    Instant since = Instant.parse(Fields.text(status, "since"));
    List<JsonObject> checks = Fields.objects(status, "checks");
    List<String> well = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (JsonObject check : checks) {
      String state = Fields.text(check, "status");
      String name = Fields.text(check, "name");
      if (state.equals("OK")) well.add(name);
      else other.add(state + " " + name + ": " + Fields.text(check, "message"));
    }
    Map<String, String> bundles = new TreeMap<>();
    status
        .get("bundles")
        .asObject()
        .members()
        .keySet()
        .forEach(
            state -> bundles.put(state, Fields.number(status.get("bundles").asObject(), state)));
    var text = new StringBuilder();
    text.append("Marquetry ").append(Fields.text(status, "version"));
    text.append(Fields.isTrue(status, "ready") ? " is ready" : " is NOT ready");
    text.append(" at ").append(Fields.text(status, "address")).append('\n');
    line(text, "home", List.of(Fields.text(status, "home")));
    line(
        text,
        "process",
        List.of(
            Fields.number(status, "process"),
            "since " + SINCE.format(since),
            "up " + spent(Duration.between(since, Instant.now()))));
    line(
        text,
        "features",
        Fields.objects(status, "features").stream()
            .map(f -> Fields.text(f, "name") + " " + Fields.text(f, "version"))
            .toList());
    line(
        text,
        "bundles",
        bundles.entrySet().stream().map(b -> b.getValue() + " " + b.getKey()).toList());
    line(text, "health", List.of(Fields.text(status, "status"), checks.size() + " checks"));
    other.forEach(o -> text.append(INDENT).append(o).append('\n'));
    line(text, "  ok", well);
    return text.toString();
  }

  /// A word and what belongs to it, wrapped.
  private static void line(StringBuilder text, String word, List<String> items) {
    if (items.isEmpty()) return;
    var line = new StringBuilder("  " + word + " ".repeat(INDENT.length() - 2 - word.length()));
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : "");
      if (line.length() > INDENT.length() && line.length() + item.length() > WIDTH) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(item).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  static String spent(Duration up) {
    if (up.toDays() > 0) return up.toDays() + " d " + up.toHoursPart() + " h";
    if (up.toHours() > 0) return up.toHours() + " h " + up.toMinutesPart() + " min";
    return up.toMinutes() > 0 ? up.toMinutes() + " min" : Math.max(0, up.toSeconds()) + " s";
  }
}
