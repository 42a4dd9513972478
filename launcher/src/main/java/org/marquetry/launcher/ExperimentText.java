package org.marquetry.launcher;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Experiments in words.
final class ExperimentText {
  private static final Map<String, String> VERDICTS =
      Map.of(
          "better", "earns more: safe to decide",
          "worse", "earns less: stop",
          "keep_running", "not certain yet: keep running",
          "no_larger_than", "no difference larger than the interval",
          "harms", "earns more, but too many unsubscribe or complain",
          "too_little", "too few people have ordered to say anything",
          "distrust", "the groups have the wrong sizes: cannot be trusted");

  private ExperimentText() {}

  static String list(JsonObject answer) {
    List<JsonObject> all = Fields.objects(answer, "experiments");
    var text = new StringBuilder(all.isEmpty() ? "There are no experiments.\n" : "");
    for (JsonObject one : all) {
      text.append(Fields.text(one, "id")).append("  until ");
      text.append(Fields.text(one, "plannedEnd")).append("  ");
      text.append(Fields.text(one, "name")).append('\n');
    }
    return text.toString();
  }

  static String reading(JsonObject answer) {
    var text = new StringBuilder();
    for (JsonObject group : Fields.objects(answer, "groups")) {
      text.append(
          "%s  %s people, %s got a message\n"
              .formatted(
                  Fields.text(group, "name"),
                  Fields.number(group, "people"),
                  Fields.number(group, "sent")));
    }
    String unit = " minor units of " + Fields.text(answer, "currency");
    for (JsonObject arm : Fields.objects(answer, "arms")) {
      text.append(
          "%s: %s%s a person: %s\n"
              .formatted(
                  Fields.text(arm, "variant"),
                  interval(
                      arm.get(Fields.isTrue(answer, "ended") ? "fixed" : "alwaysValid").asObject()),
                  unit,
                  VERDICTS.getOrDefault(Fields.text(arm, "verdict"), Fields.text(arm, "verdict"))));
    }
    return text.toString();
  }

  private static String interval(JsonObject interval) {
    return "%s [%s; %s]"
        .formatted(
            rounded(interval, "estimate"), rounded(interval, "low"), rounded(interval, "high"));
  }

  private static String rounded(JsonObject in, String name) {
    return Fields.figure(in, name)
        .map(n -> n.round(new MathContext(3)).stripTrailingZeros())
        .map(BigDecimal::toPlainString)
        .orElse("?");
  }

  static String report(JsonObject answer) {
    var text = new StringBuilder();
    for (JsonObject one : Fields.objects(answer, "written")) {
      text.append(
          "%s  %s bytes\n".formatted(Fields.text(one, "file"), Fields.number(one, "bytes")));
    }
    return text.toString();
  }

  static String decision(JsonObject answer) {
    return "decision %s: %s%s%s\n"
        .formatted(
            Fields.number(answer, "number"),
            Fields.text(answer, "choice"),
            Fields.maybe(answer, "variant").map(v -> " " + v).orElse(""),
            Fields.maybe(answer, "undoneAt").map(at -> " (undone " + at + ")").orElse(""));
  }
}
