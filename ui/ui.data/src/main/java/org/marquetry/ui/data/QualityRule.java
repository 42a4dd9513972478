package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Quality.Point;
import org.marquetry.data.api.Quality.Rows;
import org.marquetry.data.api.Quality.Rule;
import org.marquetry.data.api.Quality.Silence;
import org.marquetry.data.api.Quality.Unit;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Formats;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One rule: what it says, its trend, the rows behind it, when it was silent.
final class QualityRule extends Div {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PAGE = 50;

  private final transient QualityPage.Services services;
  private final transient Rule rule;
  private final transient QualityWords words;
  private final transient Runnable changed;

  QualityRule(QualityPage.Services services, Rule rule, QualityWords words, Runnable changed) {
    this.services = services;
    this.rule = rule;
    this.words = words;
    this.changed = changed;
    setId("rule");
    H2 name = new H2(words.name(rule));
    name.setId("rule-name");
    Div line = new Div(words.chip(rule.state()), new Span(words.figure(rule)), limits());
    line.addClassName("mq-line");
    Div tools = new Div();
    tools.addClassName("mq-tools");
    if (Actor.current().may("data.configure")) {
      tools.add(silence());
    }
    Div head = new Div(name, tools);
    head.addClassName("shell-head");
    add(head, line);
    rule.silence().ifPresent(s -> add(told(s)));
    add(trend());
    add(new H2(words.page().getTranslation("data.quality.behind")), rows());
    history();
  }

  private Span limits() {
    Span limits =
        new Span(
            words
                .page()
                .getTranslation(
                    "data.quality.limits",
                    words.value(rule.unit(), rule.attention()),
                    words.value(rule.unit(), rule.bad())));
    limits.addClassName("mq-note");
    return limits;
  }

  private Button silence() {
    Button button = new Button();
    button.setId("silence");
    if (rule.silence().isPresent()) {
      button.setText(words.page().getTranslation("data.quality.speak"));
      button.addClickListener(e -> {
        services.quality().speak(rule.id());
        changed.run();
      });
    } else {
      button.setText(words.page().getTranslation("data.quality.silence"));
      button.addClickListener(e ->
          new SilenceDialog(services.quality(), rule, services.zone().today(), changed).open());
    }
    return button;
  }

  private Paragraph told(Silence silence) {
    Formats formats = words.formats();
    Paragraph told =
        new Paragraph(
            words
                .page()
                .getTranslation(
                    silence.endedAt().isEmpty()
                        ? "data.quality.silent"
                        : "data.quality.silent.ended",
                    silence.reason(),
                    formats.date(silence.until()),
                    formats.dateTime(silence.endedAt().orElse(silence.at())),
                    services.colleagues().names(words.formats().locale()).apply(silence.by())));
    told.addClassName("shell-subtitle");
    return told;
  }

  private void history() {
    List<Silence> past =
        services.quality().silences(rule.id()).stream()
            .filter(s -> !rule.silence().equals(Optional.of(s)))
            .toList();
    if (!past.isEmpty()) {
      add(new H2(words.page().getTranslation("data.quality.silences")));
      past.forEach(s -> add(told(s)));
    }
  }

  private Component trend() {
    List<Point> points = services.quality().trend(rule.id());
    if (points.size() < 2) {
      Paragraph none = new Paragraph(words.page().getTranslation("data.quality.trend.none"));
      none.addClassName("shell-subtitle");
      return none;
    }
    Chart chart =
        new Chart(
            words
                .page()
                .getTranslation(
                    "data.quality.trend",
                    words.name(rule),
                    words.formats().date(points.getFirst().day()),
                    words.formats().date(points.getLast().day())));
    chart.setHeight("12rem");
    chart.setOption(option(points));
    return chart;
  }

  private ObjectNode option(List<Point> points) {
    ObjectNode option = JSON.createObjectNode();
    option.set(
        "grid",
        JSON.createObjectNode()
            .put("left", 8)
            .put("right", 16)
            .put("top", 16)
            .put("bottom", 4)
            .put("containLabel", true));
    option.set("tooltip", JSON.createObjectNode().put("trigger", "axis"));
    option.set("xAxis", JSON.createObjectNode().put("type", "time"));
    option.set("yAxis", JSON.createObjectNode().put("type", "value").put("min", 0));
    ArrayNode data = JSON.createArrayNode();
    double scale = rule.unit() == Unit.SHARE ? 100 : 1; // per cent
    for (Point p : points) {
      data.add(
          JSON.createArrayNode()
              .add(p.day().toString())
              .add(Math.round(p.value() * scale * 1000) / 1000.0));
    }
    ObjectNode line =
        JSON.createObjectNode()
            .put("name", words.name(rule) + (rule.unit() == Unit.SHARE ? " %" : ""))
            .put("type", "line");
    line.set("data", data);
    option.set("series", JSON.createArrayNode().add(line));
    return option;
  }

  private Component rows() {
    Rows first = services.quality().rows(rule.id(), 0, 1);
    if (first.total() == 0) {
      Paragraph none = new Paragraph(words.page().getTranslation("data.quality.rows.none"));
      none.setId("no-rows");
      none.addClassName("shell-subtitle");
      return none;
    }
    Grid<List<String>> grid = new Grid<>();
    grid.setId("behind");
    grid.setSelectionMode(SelectionMode.NONE);
    grid.setPageSize(PAGE);
    grid.setHeight("22rem");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    for (int i = 0; i < first.columns().size(); i++) {
      int at = i;
      grid.addColumn(r -> r.get(at).isEmpty() ? Formats.UNKNOWN : r.get(at))
          .setHeader(words.page().getTranslation("data.quality.column." + first.columns().get(i)))
          .setAutoWidth(true);
    }
    String id = rule.id();
    grid.setItems(
        DataProvider.fromCallbacks(
            q ->
                services
                    .quality()
                    .rows(id, q.getOffset(), Math.clamp(q.getLimit(), 1, 200))
                    .rows()
                    .stream(),
            q -> (int) Math.min(services.quality().rows(id, 0, 1).total(), 100_000)));
    return grid;
  }
}
