package org.marquetry.launcher;

import java.util.List;
import java.util.Locale;
import org.marquetry.lib.json.JsonValue.JsonNumber;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// What a search found, in words: a line for each product, below it what each word gave.
final class SearchText {
  private SearchText() {}

  static String of(JsonObject answer) {
    List<JsonObject> products = Fields.objects(answer, "products");
    StringBuilder text = new StringBuilder();
    text.append(Fields.number(answer, "found")).append(" products fit, best first\n");
    for (JsonObject product : products) {
      text.append(Fields.text(product, "id")).append("  ");
      text.append(Fields.text(product, "title"))
          .append(Fields.money(product, "priceMinor").map(m -> "  " + m).orElse(""));
      text.append('\n');
      for (JsonObject word : Fields.objects(product, "why")) {
        text.append("  ").append(Fields.text(word, "word")).append(" (");
        text.append(Fields.text(word, "kind").toLowerCase(Locale.ROOT));
        text.append(" in ").append(Fields.text(word, "part").toLowerCase(Locale.ROOT));
        text.append("): ").append(percent(word)).append(" %\n");
      }
    }
    return text.toString();
  }

  private static long percent(JsonObject word) {
    return word.get("share") instanceof JsonNumber share
        ? Math.round(100 * share.value().doubleValue())
        : 0;
  }
}
