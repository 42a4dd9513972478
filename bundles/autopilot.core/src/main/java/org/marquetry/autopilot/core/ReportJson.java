package org.marquetry.autopilot.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.shop.api.Interval;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Write a report as `report.json`; docs/operators/autopilot.md documents the layout.
final class ReportJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportJson() {}

  static String write(Report report) {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("schemaVersion", Report.SCHEMA_VERSION);
    top.put("shop", report.shop());
    top.put("asOf", report.asOf().toString());
    top.put("version", report.version());
    top.put("options", report.options());
    top.put("headline", text(report.headline()));
    top.put("steps", report.steps().stream().map(ReportJson::step).toList());
    return MAPPER.writeValueAsString(top);
  }

  private static Map<String, Object> step(StepReport step) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("name", step.name().key());
    m.put("status", step.status().key());
    step.reason().ifPresent(r -> m.put("reason", text(r)));
    m.put("seconds", Math.round(step.seconds() * 1000) / 1000.0);
    m.put("summary", text(step.summary()));
    m.put("figures", step.figures().stream().map(ReportJson::figure).toList());
    m.put("charts", step.charts().stream().map(ReportJson::chart).toList());
    m.put("tables", step.tables().stream().map(ReportJson::table).toList());
    m.put("notes", step.notes().stream().map(ReportJson::text).toList());
    return m;
  }

  private static Map<String, Object> figure(Figure f) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("key", f.key());
    m.put("label", text(f.label()));
    m.put("value", number(f.value()));
    f.interval().ifPresent(i -> m.put("interval", interval(i)));
    m.put("unit", f.unit());
    return m;
  }

  private static Map<String, Object> interval(Interval i) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("low", number(i.low()));
    m.put("high", number(i.high()));
    m.put("level", i.level());
    return m;
  }

  private static Map<String, Object> chart(Chart c) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("key", c.key());
    m.put("title", text(c.title()));
    m.put("kind", c.kind().name().toLowerCase(java.util.Locale.ROOT));
    m.put("unit", c.unit());
    m.put("categories", c.categories().stream().map(ReportJson::text).toList());
    m.put(
        "series",
        c.series().stream()
            .map(s ->
                Map.of(
                    "name",
                    text(s.name()),
                    "values",
                    s.values().stream().map(ReportJson::number).toList()))
            .toList());
    return m;
  }

  private static Map<String, Object> table(Table t) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("key", t.key());
    m.put("title", text(t.title()));
    m.put(
        "columns",
        t.columns().stream()
            .map(c -> Map.of("key", c.key(), "heading", text(c.heading())))
            .toList());
    m.put("rows", t.rows().stream().map(r -> row(t.columns(), r)).toList());
    return m;
  }

  private static Map<String, Object> row(List<Table.Column> columns, List<Object> cells) {
    Map<String, Object> m = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      m.put(
          columns.get(i).key(),
          cell instanceof Text t
              ? cell(t)
              : cell instanceof Number n ? number(n.doubleValue()) : cell);
    }
    return m;
  }

  private static Object cell(Text t) {
    return t.zh().equals(t.en()) ? t.en() : text(t);
  }

  private static Map<String, String> text(Text t) {
    Map<String, String> m = new LinkedHashMap<>();
    m.put("zh", t.zh());
    m.put("en", t.en());
    return m;
  }

  /// Whole numbers without a point; JSON has no infinity, so an open end is `null`.
  @org.jspecify.annotations.Nullable
  private static Object number(double v) {
    if (!Double.isFinite(v)) {
      return null;
    }
    if (v == Math.rint(v) && Math.abs(v) < 1e15) {
      return (long) v;
    }
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.6g", v));
  }
}
