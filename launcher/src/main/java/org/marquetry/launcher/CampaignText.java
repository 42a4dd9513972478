package org.marquetry.launcher;

import java.util.List;
import java.util.Map;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Campaigns in words.
final class CampaignText {
  private CampaignText() {}

  /// A line for each campaign: its id, how far it is, its name.
  static String list(JsonObject answer) {
    List<JsonObject> campaigns = Fields.objects(answer, "campaigns");
    var text = new StringBuilder(campaigns.isEmpty() ? "There are no campaigns.\n" : "");
    campaigns.forEach(c -> text.append(one(c)));
    return text.toString();
  }

  static String one(JsonObject campaign) {
    return "%s  %s  %s\n"
        .formatted(
            Fields.text(campaign, "id"),
            Fields.text(campaign, "state"),
            Fields.text(campaign, "name"));
  }

  /// The sum that adds up, what it is expected to earn, and what speaks against it.
  static String check(JsonObject answer) {
    var text = new StringBuilder();
    text.append(Fields.number(answer, "segment")).append(" people");
    parts(answer.get("parts").asObject(), " = ", text);
    text.append('\n');
    JsonObject profit = answer.get("profit").asObject();
    text.append(
        "expected profit in minor units of %s: %s [%s; %s]\n"
            .formatted(
                Fields.text(answer, "currency"),
                Fields.number(profit, "estimate"),
                Fields.number(profit, "low"),
                Fields.number(profit, "high")));
    return text.append(OfferText.findings(answer)).toString();
  }

  private static void parts(JsonObject parts, String between, StringBuilder text) {
    String before = between;
    for (Map.Entry<String, JsonValue> part : parts.members().entrySet()) {
      String people = Fields.number(parts, part.getKey());
      if (!people.equals("0")) {
        text.append(before).append(people).append(' ').append(part.getKey());
        before = " + ";
      }
    }
  }

  /// A line for each test message: to whom, with which subject, and what became of it.
  static String tests(JsonObject answer) {
    var text = new StringBuilder();
    Fields.objects(answer, "tests")
        .forEach(t ->
            text.append(
                "%s  %s  %s\n"
                    .formatted(
                        Fields.text(t, "address"),
                        Fields.text(t, "variant"),
                        (Fields.text(t, "outcome") + " " + Fields.text(t, "code")).strip())));
    return text.toString();
  }

  static String seeds(JsonObject answer) {
    List<String> addresses = Fields.strings(answer, "addresses");
    return addresses.isEmpty() ? "The seed list is empty.\n" : String.join("\n", addresses) + "\n";
  }

  static String said(JsonObject answer) {
    return "%s, version %s\n"
        .formatted(Fields.text(answer, "said"), Fields.number(answer, "version"));
  }

  static String progress(JsonObject answer) {
    var text = new StringBuilder();
    text.append(
        "%s: %s sent, %s waiting, %s unknown, %s stopped"
            .formatted(
                Fields.text(answer, "state"),
                Fields.number(answer, "sent"),
                Fields.number(answer, "waiting"),
                Fields.number(answer, "unknown"),
                Fields.number(answer, "stopped")));
    parts(answer.get("held").asObject(), "; held: ", text);
    Fields.maybe(answer, "next").ifPresent(at -> text.append("; next at ").append(at));
    text.append(Fields.isTrue(answer, "onHold") ? "; held back" : "");
    return text.append('\n').toString();
  }

  /// All campaigns, or how the one stands.
  static String hold(JsonObject answer) {
    if (answer.members().containsKey("onHold")) return progress(answer);
    return Fields.isTrue(answer, "on") ? "All campaigns are held back.\n" : "Campaigns go out.\n";
  }
}
