package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
  private static final String SALE = "#d98a4e";
  private static final int STEPS = 5;
  private static final double SIDE = 0.1;
  private static final int ASIDE = 36; // pixels

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
            .put("right", 16)
            .put("top", 66)
            .put("bottom", 4)
            .put("containLabel", true));
    ObjectNode time = JSON.createObjectNode().put("type", "time");
    time.put("min", zone.day(plan.start()).toString());
    time.put("max", plannedEnd().toString());
    option.set("xAxis", time);
    option.set("yAxis", axes());
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

  /// The axis, and one without a line that is moved up so that its lowest value is 0: bands are
  /// stacked on it, and what is stacked must have one sign.
  private ArrayNode axes() {
    Scale scale = scale();
    return JSON.createArrayNode()
        .add(
            JSON.createObjectNode()
                .put("type", "value")
                .put("min", scale.low)
                .put("max", scale.high)
                .put("interval", scale.step))
        .add(
            JSON.createObjectNode()
                .put("type", "value")
                .put("show", false)
                .put("min", 0)
                .put("max", scale.high - scale.low));
  }

  /// In major units: round ends that hold all ends and 0.
  private record Scale(double low, double high, double step) {}

  private Scale scale() {
    double low = 0;
    double high = 0;
    for (Point point : arm.series()) {
      low = Math.min(low, major(Math.min(point.alwaysValid().low(), point.fixed().low())));
      high = Math.max(high, major(Math.max(point.alwaysValid().high(), point.fixed().high())));
    }
    double rough = Math.max((high - low) / STEPS, 1e-6);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = (rough > 5 * power ? 10 : rough > 2 * power ? 5 : rough > power ? 2 : 1) * power;
    return new Scale(
        rounded(Math.floor(low / step) * step), rounded(Math.ceil(high / step) * step), step);
  }

  private double major(double minor) {
    int digits =
        Math.max(0, Currency.getInstance(plan.costs().currency()).getDefaultFractionDigits());
    return minor / Math.pow(10, digits);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  /// Two lines without a stroke, one on the other; the upper one is filled down to the lower.
  private void band(
      ArrayNode series,
      String name,
      String colour,
      ToDoubleFunction<Point> low,
      ToDoubleFunction<Point> high) {
    double lowest = scale().low;
    ObjectNode below =
        line(text("measurement.experiment.chart.below"), p -> major(low.applyAsDouble(p)) - lowest);
    below.set("lineStyle", JSON.createObjectNode().put("opacity", 0));
    ObjectNode filled =
        line(
            text("measurement.experiment.chart." + name),
            p -> major(high.applyAsDouble(p) - low.applyAsDouble(p)));
    filled.set("lineStyle", JSON.createObjectNode().put("opacity", 0));
    filled.set("itemStyle", JSON.createObjectNode().put("color", colour));
    filled.set("areaStyle", JSON.createObjectNode().put("color", colour).put("opacity", 1));
    for (ObjectNode each : List.of(below, filled)) {
      each.put("yAxisIndex", 1).put("stack", name).put("silent", true).put("showSymbol", false);
      series.add(each);
    }
  }

  private ObjectNode estimate() {
    ObjectNode line =
        line(text("measurement.experiment.chart.estimate"), p -> major(p.fixed().estimate()));
    line.put("symbolSize", 5);
    line.set("lineStyle", JSON.createObjectNode().put("width", 2.2).put("color", ESTIMATE));
    line.set("itemStyle", JSON.createObjectNode().put("color", ESTIMATE));
    ArrayNode marks = JSON.createArrayNode();
    ObjectNode zero = mark("", QUIET, "solid");
    zero.put("yAxis", 0);
    zero.set("label", JSON.createObjectNode().put("show", false));
    marks.add(zero);
    ObjectNode end =
        mark(text("measurement.experiment.chart.end"), QUIET, "dashed")
            .put("xAxis", zone.day(plan.plannedEnd()).toString());
    ((ObjectNode) end.get("label")).put("position", "insideEndTop"); // along the line
    marks.add(end);
    occasions.forEach(
        o -> marks.add(dated(o.name().in(words.language()), SALE, "dotted", o.day())));
    ObjectNode markLine = JSON.createObjectNode().put("symbol", "none").put("silent", true);
    markLine.set("data", marks);
    line.set("markLine", markLine);
    return line;
  }

  /// A line at a day; near a side its name stands on the inner side.
  private ObjectNode dated(String name, String colour, String type, LocalDate day) {
    LocalDate first = zone.day(plan.start());
    double all = Math.max(1, ChronoUnit.DAYS.between(first, plannedEnd()));
    double place = ChronoUnit.DAYS.between(first, day) / all;
    ObjectNode mark = mark(name, colour, type).put("xAxis", day.toString());
    int side = place < SIDE ? ASIDE : place > 1 - SIDE ? -ASIDE : 0;
    ((ObjectNode) mark.get("label")).set("offset", JSON.createArrayNode().add(side).add(0));
    return mark;
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

  /// @param value in major units
  private ObjectNode line(String name, ToDoubleFunction<Point> value) {
    ObjectNode line = JSON.createObjectNode().put("name", name).put("type", "line");
    ArrayNode data = JSON.createArrayNode();
    for (Point point : arm.series()) {
      data.add(
          JSON.createArrayNode()
              .add(point.day().toString())
              .add(rounded(value.applyAsDouble(point))));
    }
    line.set("data", data);
    return line;
  }

  private String text(String key, Object... values) {
    return page.getTranslation(key, values);
  }
}
