package org.marquetry.launcher;

import java.util.List;
import java.util.Optional;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Rules of recommendations in words.
final class RuleText {
  private RuleText() {}

  /// A line for each rule: its id, what it does, its name.
  static String list(JsonObject answer) {
    List<JsonObject> rules = Fields.objects(answer, "rules");
    var text = new StringBuilder(rules.isEmpty() ? "There are no rules.\n" : "");
    rules.forEach(rule -> text.append(line(rule)));
    return text.toString();
  }

  /// A line for each version, the newest first.
  static String history(JsonObject answer) {
    var text = new StringBuilder();
    for (JsonObject rule : Fields.objects(answer, "rules")) {
      text.append(
          "%s  %-8s %s  %s  by %s\n"
              .formatted(
                  Fields.number(rule, "version"),
                  Fields.text(rule, "act"),
                  Fields.text(rule, "at"),
                  does(rule),
                  Fields.text(rule, "by")));
    }
    return text.toString();
  }

  /// A line for each rule: what it kept off the lists of the last 30 days.
  static String cost(JsonObject job) {
    JsonObject result = job.get("result").asObject();
    var text =
        new StringBuilder(
            "%s people, lists of 10 products made on %s: %s later purchases stood on them\n"
                .formatted(
                    Fields.text(result, "people"),
                    Fields.text(result, "from").substring(0, 10),
                    Fields.text(result, "hits")));
    Plain.members(result)
        .forEach((id, told) -> {
          String[] parts = String.valueOf(told).split(" ", -1);
          if (parts.length == 3) {
            text.append(
                "%-12s kept %s off (plus or minus %s), which came to %s\n"
                    .formatted(
                        id,
                        parts[0],
                        parts[1],
                        Fields.money(Long.parseLong(parts[2]), Fields.text(result, "currency"))));
          }
        });
    return text.toString();
  }

  static String line(JsonObject rule) {
    String gone = Fields.text(rule, "act").equals("deleted") ? "  (deleted)" : "";
    String name = Fields.maybe(rule, "name").map(n -> "  " + n).orElse("");
    return Fields.text(rule, "id") + "  " + does(rule) + name + gone + "\n";
  }

  private static String does(JsonObject rule) {
    Optional<JsonObject> target = Fields.part(rule, "target");
    String about =
        target.map(t -> " " + Fields.text(t, "kind") + " " + Fields.text(t, "value")).orElse("");
    String amount =
        Fields.figure(rule, "amount")
            .map(a -> " " + a.stripTrailingZeros().toPlainString())
            .orElse("");
    return Fields.text(rule, "kind") + about + amount;
  }
}
