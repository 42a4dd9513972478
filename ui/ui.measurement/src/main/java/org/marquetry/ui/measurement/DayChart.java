package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.Occasion;
import org.marquetry.lib.echarts.Chart;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A figure day by day, with the mean of seven days. Only whole days are drawn: half a day would
/// look like a fall.
final class DayChart {
  /// Months that are shown.
  static final int MONTHS = 13;

  private static final int CROWDED = 45; // days within which names would meet
  private static final int NAME_PIXELS = 84;
  private static final int WEEK = 7;
  private static final int DAY_LENGTH = "2026-11-29".length();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final FigureWords words;
  private final Figure figure;
  private final List<DayValue> days;

  private final List<Occasion> occasions;

  DayChart(FigureWords words, Figure figure, List<DayValue> days, List<Occasion> occasions) {
    this.words = words;
    this.figure = figure;
    this.occasions = occasions;
    this.days = days.stream().dropWhile(d -> !drawn(d)).toList();
  }

  private static boolean drawn(DayValue day) {
    return day.complete() && day.value().isPresent();
  }

  /// Whether there is enough to draw.
  boolean hasDays() {
    return days.stream().filter(DayChart::drawn).count() > 1;
  }

  /// Draw into a chart, or make a new one, or a word of why there is none.
  ///
  /// @param choose called with the day that is clicked in a new chart
  Component show(Optional<Chart> former, Consumer<LocalDate> choose) {
    if (!hasDays()) {
      Paragraph none = new Paragraph(words.page().getTranslation("measurement.chart.none"));
      none.addClassName("shell-subtitle");
      return none;
    }
    String summary =
        words
            .page()
            .getTranslation(
                "measurement.chart",
                words.name(figure),
                words.formats().date(days.getFirst().day()),
                words.formats().date(days.getLast().day()));
    Chart chart =
        former.orElseGet(() -> {
          Chart made = new Chart(summary);
          made.onClick(x -> choose.accept(LocalDate.parse(x.substring(0, DAY_LENGTH))));
          return made;
        });
    chart.setSummary(summary);
    chart.setHeight("17rem");
    chart.setOption(option());
    return chart;
  }

  ObjectNode option() {
    ObjectNode option = JSON.createObjectNode();
    option.set("tooltip", JSON.createObjectNode().put("trigger", "axis"));
    option.set("legend", JSON.createObjectNode().put("top", 0).put("icon", "roundRect"));
    option.set(
        "grid",
        JSON.createObjectNode()
            .put("left", 8)
            .put("right", right())
            .put("top", 34)
            .put("bottom", 4)
            .put("containLabel", true));
    option.set("xAxis", JSON.createObjectNode().put("type", "time"));
    ObjectNode values = JSON.createObjectNode().put("type", "value").put("min", 0);
    if (figure == Figure.NET_REVENUE) {
      words.currency().ifPresent(c -> values.put("name", c));
    }
    option.set("yAxis", values);
    ArrayNode series = JSON.createArrayNode();
    ObjectNode daily = line("measurement.chart.day", 1.2, 0.7, false);
    daily.set("markPoint", marks());
    series.add(daily);
    series.add(line("measurement.chart.week", 2.5, 1, true));
    option.set("series", series);
    return option;
  }

  /// A sale day that is drawn.
  private record Mark(LocalDate day, String name, double value) {
    boolean isNear(Mark other, int within) {
      return Math.abs(ChronoUnit.DAYS.between(day, other.day)) <= within;
    }
  }

  /// By day.
  private List<Mark> drawnOccasions() {
    return days.stream()
        .filter(DayChart::drawn)
        .flatMap(d ->
            occasions.stream()
                .filter(o -> o.day().equals(d.day()))
                .map(o ->
                    new Mark(
                        o.day(),
                        o.name().in(words.formats().locale()),
                        major((double) d.value().orElse(0)))))
        .toList();
  }

  /// The sale days, each at its day. Of some in one week only the best is named; the names of two
  /// that follow one another stand on their outer sides.
  private ObjectNode marks() {
    ArrayNode data = JSON.createArrayNode();
    List<Mark> all = drawnOccasions();
    List<Mark> named =
        all.stream()
            .filter(m -> all.stream().noneMatch(o -> m.isNear(o, WEEK) && o.value > m.value))
            .toList();
    for (Mark mark : all) {
      ObjectNode point = JSON.createObjectNode().put("name", mark.name);
      point.set("coord", JSON.createArrayNode().add(mark.day.toString()).add(mark.value));
      point.set(
          "label",
          JSON.createObjectNode()
              .put("show", named.contains(mark))
              .put("position", side(mark, named)));
      data.add(point);
    }
    ObjectNode marks = JSON.createObjectNode().put("symbol", "circle").put("symbolSize", 7);
    marks.set("label", JSON.createObjectNode().put("formatter", "{b}").put("distance", 6));
    marks.set("data", data);
    return marks;
  }

  private static String side(Mark mark, List<Mark> named) {
    List<Mark> near =
        named.stream().filter(o -> !o.equals(mark) && mark.isNear(o, CROWDED)).toList();
    if (near.isEmpty()) {
      return "top";
    }
    return near.stream().anyMatch(o -> o.day.isBefore(mark.day)) ? "right" : "left";
  }

  /// Room for a name on the right side of the last days.
  private int right() {
    LocalDate late = days.getLast().day().minusDays(CROWDED);
    return drawnOccasions().stream().anyMatch(m -> m.day.isAfter(late)) ? NAME_PIXELS : 16;
  }

  private ObjectNode line(String key, double width, double opacity, boolean mean) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("name", words.page().getTranslation(key))
            .put("type", "line")
            .put("showSymbol", false);
    line.set("lineStyle", JSON.createObjectNode().put("width", width).put("opacity", opacity));
    ArrayNode data = JSON.createArrayNode();
    for (int i = 0; i < days.size(); i++) {
      ArrayNode point = JSON.createArrayNode().add(days.get(i).day().toString());
      OptionalDouble value = mean ? mean(i) : only(days.get(i));
      if (value.isPresent()) {
        point.add(major(value.getAsDouble()));
      } else {
        point.addNull();
      }
      data.add(point);
    }
    line.set("data", data);
    return line;
  }

  private static OptionalDouble only(DayValue day) {
    return drawn(day) && day.value().isPresent()
        ? OptionalDouble.of((double) day.value().getAsLong())
        : OptionalDouble.empty();
  }

  /// The mean of seven days up to this one, to a tenth; empty where one of them is not known.
  private OptionalDouble mean(int last) {
    List<DayValue> week = days.subList(Math.max(0, last + 1 - WEEK), last + 1);
    return week.size() == WEEK && week.stream().allMatch(DayChart::drawn)
        ? OptionalDouble.of(
            Math.round(
                    10 * week.stream().mapToLong(d -> d.value().orElse(0)).average().orElseThrow())
                / 10.0)
        : OptionalDouble.empty();
  }

  private double major(double value) {
    int digits =
        figure == Figure.NET_REVENUE
            ? words
                .currency()
                .map(c -> Currency.getInstance(c).getDefaultFractionDigits())
                .orElse(0)
            : 0;
    return value / Math.pow(10, Math.max(0, digits));
  }
}
