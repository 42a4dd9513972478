package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Recommendations in words.
final class RecommendText {
  private RecommendText() {}

  static String model(JsonObject answer) {
    return Fields.isTrue(answer, "learned")
        ? "%s: learned from %s pairs of %s customers and %s products\n"
            .formatted(
                Fields.text(answer, "algorithm"),
                Fields.number(answer, "interactions"),
                Fields.number(answer, "customers"),
                Fields.number(answer, "products"))
        : "Nothing was learned yet.\n";
  }

  /// A line for each product, the best first, with what speaks for it.
  static String products(JsonObject answer) {
    List<JsonObject> products = Fields.objects(answer, "products");
    StringBuilder text =
        new StringBuilder(products.isEmpty() ? "There is nothing to recommend.\n" : "");
    products.forEach(p ->
        text.append(Fields.text(p, "product"))
            .append("  ")
            .append(Fields.maybe(p, "because").map(b -> "because of " + b).orElse("popular"))
            .append('\n'));
    return text.toString();
  }
}
