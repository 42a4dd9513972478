package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.Reading.Point;
import org.marquetry.insight.api.Occasion;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.platform.api.time.ShopZone;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The effect of a variant as it stood at the end of each day: estimate, the interval for one look,
/// the wider one that holds at every look, the planned end, the sale days.
///
/// @param occasions sale days of the time of the experiment
record BandChart(
    Component page,
    ShopZone zone,
    ResultWords words,
    ExperimentPlan plan,
    Reading.Arm arm,
    List<Occasion> occasions) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ESTIMATE = "#3f8f83";
  private static final String FIXED = "rgba(63,143,131,.32)";
  private static final String ALWAYS = "rgba(63,143,131,.14)";
  private static final String QUIET = "#8a8f98";

  /// Draw into a chart, or make a new one, or say why there is none.
  Component show(Optional<Chart> former) {
    if (arm.series().size() < 2) {
      Paragraph none = new Paragraph(text("measurement.experiment.chart.none"));
      none.addClassName("shell-subtitle");
      return none;
    }
    String summary =
        text(
            "measurement.experiment.chart",
            words.group(arm.variant()),
            words.date(arm.series().getFirst().day()),
            words.date(arm.series().getLast().day()),
            words.amounts().person(arm.series().getLast().alwaysValid()));
    Chart chart = former.orElseGet(() -> new Chart(summary));
    chart.setSummary(summary);
    chart.setHeight("19rem");
    chart.setOption(option());
    return chart;
  }

  ObjectNode option() {
    ObjectNode option = JSON.createObjectNode();
    option.set("tooltip", JSON.createObjectNode().put("trigger", "item"));
    ObjectNode legend = JSON.createObjectNode().put("top", 0).put("icon", "roundRect");
    legend.set(
        "data",
        JSON.createArrayNode()
            .add(text("measurement.experiment.chart.estimate"))
            .add(text("measurement.experiment.chart.fixed"))
            .add(text("measurement.experiment.chart.always")));
    option.set("legend", legend);
    option.set(
        "grid",
        JSON.createObjectNode()
            .put("left", 8)
            .put("right", 24)
            .put("top", 52)
            .put("bottom", 4)
            .put("containLabel", true));
    ObjectNode time = JSON.createObjectNode().put("type", "time");
    time.put("min", zone.day(plan.start()).toString());
    time.put("max", plannedEnd().toString());
    option.set("xAxis", time);
    option.set(
        "yAxis", JSON.createObjectNode().put("type", "value").put("name", plan.costs().currency()));
    ArrayNode series = JSON.createArrayNode();
    band(series, "always", ALWAYS, p -> p.alwaysValid().low(), p -> p.alwaysValid().high());
    band(series, "fixed", FIXED, p -> p.fixed().low(), p -> p.fixed().high());
    series.add(estimate());
    option.set("series", series);
    return option;
  }

  /// The day of the planned end, or the last one that was read.
  private LocalDate plannedEnd() {
    LocalDate end = zone.day(plan.plannedEnd());
    LocalDate last = arm.series().getLast().day();
    return end.isBefore(last) ? last : end;
  }

  /// Two lines without a stroke, one on the other; the upper one is filled down to the lower.
  private void band(
      ArrayNode series,
      String name,
      String colour,
      ToDoubleFunction<Point> low,
      ToDoubleFunction<Point> high) {
    ObjectNode below = line(text("measurement.experiment.chart.below"), low);
    below.put("stack", name).put("stackStrategy", "all").put("silent", true);
    below.set("lineStyle", JSON.createObjectNode().put("opacity", 0));
    below.put("showSymbol", false);
    ObjectNode filled =
        line(
            text("measurement.experiment.chart." + name),
            p -> high.applyAsDouble(p) - low.applyAsDouble(p));
    filled.put("stack", name).put("stackStrategy", "all").put("silent", true);
    filled.set("lineStyle", JSON.createObjectNode().put("opacity", 0));
    filled.set("itemStyle", JSON.createObjectNode().put("color", colour));
    filled.set("areaStyle", JSON.createObjectNode().put("color", colour).put("opacity", 1));
    filled.put("showSymbol", false);
    series.add(below).add(filled);
  }

  private ObjectNode estimate() {
    ObjectNode line =
        line(text("measurement.experiment.chart.estimate"), p -> p.fixed().estimate());
    line.put("symbolSize", 5);
    line.set("lineStyle", JSON.createObjectNode().put("width", 2.2).put("color", ESTIMATE));
    line.set("itemStyle", JSON.createObjectNode().put("color", ESTIMATE));
    ArrayNode marks = JSON.createArrayNode();
    ObjectNode zero = mark("", QUIET, "solid");
    zero.put("yAxis", 0);
    zero.set("label", JSON.createObjectNode().put("show", false));
    marks.add(zero);
    marks.add(
        mark(text("measurement.experiment.chart.end"), QUIET, "dashed")
            .put("xAxis", zone.day(plan.plannedEnd()).toString()));
    occasions.forEach(o ->
        marks.add(
            mark(o.name().in(words.language()), "#d98a4e", "dotted")
                .put("xAxis", o.day().toString())));
    ObjectNode markLine = JSON.createObjectNode().put("symbol", "none").put("silent", true);
    markLine.set("data", marks);
    line.set("markLine", markLine);
    return line;
  }

  private static ObjectNode mark(String name, String colour, String type) {
    ObjectNode mark = JSON.createObjectNode().put("name", name);
    mark.set("lineStyle", JSON.createObjectNode().put("color", colour).put("type", type));
    mark.set(
        "label",
        JSON.createObjectNode()
            .put("formatter", "{b}")
            .put("color", colour)
            .put("position", "end"));
    return mark;
  }

  private ObjectNode line(String name, ToDoubleFunction<Point> value) {
    ObjectNode line = JSON.createObjectNode().put("name", name).put("type", "line");
    ArrayNode data = JSON.createArrayNode();
    double unit =
        Math.pow(
            10,
            Math.max(0, Currency.getInstance(plan.costs().currency()).getDefaultFractionDigits()));
    for (Point point : arm.series()) {
      data.add(
          JSON.createArrayNode()
              .add(point.day().toString())
              .add(Math.round(value.applyAsDouble(point) / unit * 1e6) / 1e6));
    }
    line.set("data", data);
    return line;
  }

  private String text(String key, Object... values) {
    return page.getTranslation(key, values);
  }
}
