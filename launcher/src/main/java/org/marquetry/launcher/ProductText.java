package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Products in words.
final class ProductText {
  private static final String UNKNOWN = "?";

  private ProductText() {}

  /// A line for each product.
  static String list(JsonObject answer) {
    StringBuilder text = new StringBuilder();
    text.append(Fields.number(answer, "found")).append(" products\n");
    Fields.objects(answer, "products").forEach(p -> text.append(line(p)).append('\n'));
    return text.toString();
  }

  private static String line(JsonObject product) {
    return Fields.text(product, "id")
        + "  "
        + Fields.maybe(product, "title").orElse(UNKNOWN)
        + "  "
        + Fields.money(product, "priceMinor").orElse(UNKNOWN)
        + "  stock "
        + Fields.number(product, "stock")
        + "  sold "
        + Fields.number(product, "sold");
  }

  /// One product with its variants and every price that it had.
  static String one(JsonObject answer) {
    JsonObject product = answer.get("product").asObject();
    StringBuilder text = new StringBuilder(line(product)).append('\n');
    for (String field : List.of("category", "brand", "family", "colour", "size", "picture")) {
      Fields.maybe(product, field)
          .ifPresent(v -> text.append("  ").append(field).append(": ").append(v).append('\n'));
    }
    text.append("  orders: ").append(Fields.number(answer, "orders")).append('\n');
    List<String> variants = Fields.strings(answer, "variants");
    if (!variants.isEmpty()) {
      text.append("  variants: ").append(String.join(", ", variants)).append('\n');
    }
    for (JsonObject price : Fields.objects(answer, "prices")) {
      text.append("  from ").append(Fields.text(price, "from")).append(": ");
      text.append(Fields.money(price, "minor").orElse(UNKNOWN)).append('\n');
    }
    return text.toString();
  }

  /// What came of reading pictures from their addresses, and which could not be read.
  static String pictures(JsonObject work) {
    StringBuilder text = new StringBuilder();
    JsonObject result = work.get("result").asObject();
    text.append(Fields.maybe(result, "kept").orElse("0")).append(" kept, ");
    text.append(Fields.maybe(result, "refused").orElse("0")).append(" refused, ");
    text.append(Fields.number(work, "waiting")).append(" not read\n");
    for (JsonObject failure : Fields.objects(work, "failures")) {
      text.append("  ").append(Fields.text(failure, "product")).append("  ");
      text.append(Fields.text(failure, "address")).append(": ");
      text.append(Fields.text(failure, "detail")).append(", tried ");
      text.append(Fields.number(failure, "tries")).append(" times, again ");
      text.append(Fields.text(failure, "next")).append('\n');
    }
    return text.toString();
  }
}
