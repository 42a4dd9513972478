package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Recommendations in words.
final class RecommendText {
  private RecommendText() {}

  static String model(JsonObject answer) {
    if (!Fields.isTrue(answer, "learned")) {
      return "Nothing was learned yet.\n";
    }
    StringBuilder text =
        new StringBuilder(
            "%s: learned from %s pairs of %s customers and %s products\n"
                .formatted(
                    Fields.text(answer, "algorithm"),
                    Fields.number(answer, "interactions"),
                    Fields.number(answer, "customers"),
                    Fields.number(answer, "products")));
    for (JsonObject engine : Fields.objects(answer, "engines")) {
      text.append("  %-10s %s\n".formatted(Fields.text(engine, "name"), weight(engine)));
    }
    return text.toString();
  }

  private static String weight(JsonObject engine) {
    double weight = Fields.figure(engine, "weight").map(Number::doubleValue).orElse(0.0);
    return weight > 0
        ? "says " + Math.round(100 * weight) + " %"
        : "is not served: it did not help on the latest events";
  }

  /// A line for each product, the best first, with what speaks for it.
  static String products(JsonObject answer) {
    List<JsonObject> products = Fields.objects(answer, "products");
    StringBuilder text =
        new StringBuilder(products.isEmpty() ? "There is nothing to recommend.\n" : "");
    products.forEach(p ->
        text.append(Fields.text(p, "product"))
            .append("  ")
            .append(
                Fields.maybe(p, "because")
                    .map(b -> "because of " + b)
                    .orElse(Fields.text(p, "basis")))
            .append('\n'));
    return text.toString();
  }
}
