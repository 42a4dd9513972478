package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Offers and their codes in words.
final class OfferText {
  private OfferText() {}

  /// A line for each offer: its id, its kind, its name.
  static String list(JsonObject answer) {
    List<JsonObject> offers = Fields.objects(answer, "offers");
    var text = new StringBuilder(offers.isEmpty() ? "There are no offers.\n" : "");
    for (JsonObject offer : offers) {
      text.append(Fields.text(offer, "id")).append("  ");
      text.append(Fields.text(offer.get("benefit").asObject(), "kind")).append("  ");
      text.append(Fields.text(offer, "name")).append('\n');
    }
    return text.toString();
  }

  /// What speaks against its use now.
  static String findings(JsonObject answer) {
    List<JsonObject> findings = Fields.objects(answer, "findings");
    var text = new StringBuilder(findings.isEmpty() ? "Nothing speaks against it.\n" : "");
    for (JsonObject finding : findings) {
      text.append(Fields.isTrue(finding, "stops") ? "stops: " : "look:  ");
      text.append(Fields.text(finding, "en")).append('\n');
    }
    return text.toString();
  }

  static String codes(JsonObject answer) {
    return "%s codes: %s given, %s free\n"
        .formatted(
            Fields.number(answer, "total"),
            Fields.number(answer, "given"),
            Fields.number(answer, "free"));
  }
}
