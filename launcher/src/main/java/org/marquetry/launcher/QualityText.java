package org.marquetry.launcher;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Rules of the data's quality in words.
final class QualityText {
  private static final int STATE_WIDTH = 9;
  private static final int FIGURE_WIDTH = 8;

  private QualityText() {}

  /// A line for each rule.
  static String list(JsonObject answer) {
    StringBuilder text = new StringBuilder();
    Fields.objects(answer, "rules").forEach(rule -> text.append(one(rule)));
    return text.toString();
  }

  static String one(JsonObject rule) {
    StringBuilder text = new StringBuilder();
    text.append(Fields.cell(Fields.text(rule, "state"), STATE_WIDTH));
    text.append(Fields.cell(figure(rule), FIGURE_WIDTH));
    text.append(Fields.text(rule, "id")).append("  ");
    text.append(Fields.number(rule, "count")).append(" of ").append(Fields.number(rule, "of"));
    Fields.part(rule, "silence")
        .ifPresent(s ->
            text.append(", silent until ")
                .append(Fields.text(s, "until"))
                .append(": ")
                .append(Fields.text(s, "reason")));
    return text.append('\n').toString();
  }

  private static String figure(JsonObject rule) {
    return Fields.figure(rule, "value")
        .map(v ->
            Fields.text(rule, "unit").equals("share")
                ? v.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN) + " %"
                : v.setScale(2, RoundingMode.HALF_EVEN).toPlainString())
        .orElse("-");
  }

  /// The rows as lines with tabs, below the names of the columns.
  static String rows(JsonObject answer) {
    List<List<String>> rows =
        answer.get("rows").asArray().values().stream()
            .map(row -> row.asArray().values().stream().map(JsonValue::asString).toList())
            .toList();
    StringBuilder text = new StringBuilder();
    text.append(String.join("\t", Fields.strings(answer, "columns"))).append('\n');
    rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
    BigDecimal total = Fields.figure(answer, "total").orElse(BigDecimal.ZERO);
    if (total.longValue() > rows.size()) {
      text.append(rows.size()).append(" of ").append(total.toPlainString()).append(" rows\n");
    }
    return text.toString();
  }
}
