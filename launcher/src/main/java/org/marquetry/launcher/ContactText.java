package org.marquetry.launcher;

import java.util.List;
import java.util.stream.Collectors;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Rules of contact and what people got, in words.
final class ContactText {
  private ContactText() {}

  static String rules(JsonObject rules) {
    StringBuilder text = new StringBuilder();
    text.append(
        Fields.maybe(rules, "quietFrom")
            .map(from -> "quiet from " + from + " until " + Fields.text(rules, "quietUntil"))
            .orElse("no quiet hours"));
    for (JsonObject cap : Fields.objects(rules, "caps")) {
      text.append("; ").append(Fields.text(cap, "channel")).append(": at most ");
      text.append(Fields.number(cap, "messages")).append(" in any ");
      text.append(Fields.number(cap, "days")).append(" days");
    }
    return text.append('\n').toString();
  }

  static String check(JsonObject answer) {
    StringBuilder text = new StringBuilder(Fields.text(answer, "answer"));
    Fields.maybe(answer, "at").ifPresent(at -> text.append(" at ").append(at));
    text.append(": ").append(Fields.text(answer, "code"));
    String facts =
        answer.get("facts").asObject().members().keySet().stream()
            .map(f -> f + " " + Fields.text(answer.get("facts").asObject(), f))
            .collect(Collectors.joining(", "));
    return text.append(facts.isEmpty() ? "" : " (" + facts + ")").append('\n').toString();
  }

  static String list(JsonObject answer) {
    List<JsonObject> contacts = Fields.objects(answer, "contacts");
    StringBuilder text = new StringBuilder(contacts.isEmpty() ? "No messages.\n" : "");
    for (JsonObject c : contacts) {
      text.append(Fields.text(c, "at")).append("  ");
      text.append(Fields.text(c, "state")).append("  ");
      text.append(Fields.text(c, "channel")).append("  ");
      text.append(Fields.maybe(c, "campaign").orElse("")).append("  ");
      text.append(Fields.text(c, "step")).append('\n');
    }
    return text.toString();
  }
}
