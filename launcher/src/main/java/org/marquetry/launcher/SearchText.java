package org.marquetry.launcher;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonNumber;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.lib.json.JsonValue.JsonString;

/// What a search found, in words: a line for each product, below it what each word gave.
final class SearchText {
  private SearchText() {}

  static String of(JsonObject answer) {
    List<JsonObject> products = FeatureText.objects(answer, "products");
    StringBuilder text = new StringBuilder();
    text.append(FeatureText.number(answer, "found")).append(" products fit, best first\n");
    for (JsonObject product : products) {
      text.append(FeatureText.text(product, "id")).append("  ");
      text.append(FeatureText.text(product, "title")).append(price(product));
      text.append('\n');
      for (JsonObject word : FeatureText.objects(product, "why")) {
        text.append("  ").append(FeatureText.text(word, "word")).append(" (");
        text.append(FeatureText.text(word, "kind").toLowerCase(Locale.ROOT));
        text.append(" in ").append(FeatureText.text(word, "part").toLowerCase(Locale.ROOT));
        text.append("): ").append(percent(word)).append(" %\n");
      }
    }
    return text.toString();
  }

  private static String price(JsonObject product) {
    Map<String, JsonValue> members = product.members();
    return members.get("priceMinor") instanceof JsonNumber minor
            && members.get("currency") instanceof JsonString code
        ? "  "
            + BigDecimal.valueOf(
                minor.value().longValue(),
                Currency.getInstance(code.asString()).getDefaultFractionDigits())
            + " "
            + code.asString()
        : "";
  }

  private static long percent(JsonObject word) {
    return word.get("share") instanceof JsonNumber share
        ? Math.round(100 * share.value().doubleValue())
        : 0;
  }
}
