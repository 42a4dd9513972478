package org.marquetry.launcher;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// How long which data is kept, in words.
final class RetentionText {
  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

  private RetentionText() {}

  /// A line for each kind, then what is on disk.
  static String list(JsonObject answer) {
    List<JsonObject> kinds = Fields.objects(answer, "kinds");
    int width = kinds.stream().mapToInt(k -> Fields.text(k, "id").length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (JsonObject kind : kinds) {
      text.append(Fields.cell(Fields.text(kind, "id"), width));
      text.append(days(kind, "days")).append(" (usual ").append(days(kind, "usual")).append("), ");
      text.append(Fields.number(kind, "rows")).append(" rows, ");
      text.append(Fields.number(kind, "expiring")).append(" go with the next run\n");
    }
    for (JsonObject place : Fields.objects(answer, "disk")) {
      text.append("  ").append(Fields.text(place, "name")).append(": ");
      text.append(
          Fields.figure(place, "bytes")
              .orElse(BigDecimal.ZERO)
              .divide(MEGABYTE, 1, RoundingMode.HALF_EVEN));
      text.append(" MB\n");
    }
    return text.toString();
  }

  private static String days(JsonObject kind, String name) {
    return Fields.figure(kind, name).map(d -> d + " days").orElse("ever");
  }
}
