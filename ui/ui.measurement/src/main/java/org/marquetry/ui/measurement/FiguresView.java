package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.insight.api.Board;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Explanation;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.Occasion;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.ui.api.Calendar;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// One figure: its definition, 13 months, and the rows of one day that add up to it. The address
/// holds figure and day.
final class FiguresView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final String DAY = "day";

  private final transient MeasurementServices services;
  private final H1 title = new H1();
  private final Nav choice = new Nav();
  private final Paragraph definition = new Paragraph();
  private final Div chartPlace = new Div();
  private final H2 whyTitle = new H2();
  private final Div whyPlace = new Div();
  private final H2 rowsTitle = new H2();
  private final DatePicker day = new DatePicker();
  private final Paragraph sum = new Paragraph();
  private final Div rowsPlace = new Div();
  private final AlertsPanel alerts;
  private Figure figure = Figure.NET_REVENUE;
  private @Nullable LocalDate chosen;
  private transient Optional<Chart> chart = Optional.empty();
  private transient Optional<Rows> rows = Optional.empty();
  private transient Optional<Alerts> alerted = Optional.empty();

  /// What the page shows, as of one moment.
  private record Shown(
      Board board,
      List<DayValue> days,
      List<Occasion> occasions,
      LocalDate day,
      Explanation why,
      long sum,
      int rows) {}

  /// Which rows stand there; others would move what somebody reads.
  private record Rows(Figure figure, LocalDate day, int count, long sum, Locale locale) {}

  /// Which alerts stand there.
  private record Alerts(Figure figure, Optional<String> currency, Locale locale) {}

  FiguresView(MeasurementServices services) {
    this.services = services;
    alerts = new AlertsPanel(services.alerts());
    setId("figures");
    choice.addClassName("mq-tabs");
    definition.setId("definition");
    definition.addClassName("shell-subtitle");
    day.setId("day");
    day.addValueChangeListener(e -> {
      if (e.isFromClient() && e.getValue() != null) {
        choose(e.getValue());
      }
    });
    sum.setId("sum");
    sum.addClassName("mq-sum");
    Div head = new Div(rowsTitle, day);
    head.addClassName("shell-head");
    Div chartPanel = new Div(definition, chartPlace);
    chartPanel.addClassNames("shell-panel", "mq-whole");
    Div rowsPanel = new Div(head, rowsPlace, sum);
    rowsPanel.addClassNames("shell-panel", "mq-whole");
    Div whyPanel = new Div(whyTitle, whyPlace);
    whyPanel.addClassNames("shell-panel", "mq-whole");
    add(title, choice, chartPanel, whyPanel, alerts, rowsPanel);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    figure =
        event
            .getRouteParameters()
            .get(FiguresPage.PARAMETER)
            .flatMap(FigureWords::read)
            .orElse(Figure.NET_REVENUE);
    chosen =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(DAY)
            .flatMap(FiguresView::parsed)
            .orElse(null);
    if (isAttached()) {
      translate();
    }
  }

  private static Optional<LocalDate> parsed(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException typed) {
      return Optional.empty();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    translate();
  }

  private void translate() {
    title.setText(getTranslation("measurement.figures"));
    day.setLabel(getTranslation("measurement.day"));
    day.setLocale(getLocale());
    day.setI18n(
        Calendar.of(
            getLocale(),
            getTranslation("measurement.day.today"),
            getTranslation("measurement.day.cancel")));
    day.setMax(services.zone().today());
    show(look());
  }

  /// The day whose rows are shown: the latest that is complete, unless another was chosen.
  private LocalDate day(List<DayValue> days) {
    LocalDate wanted = chosen;
    return wanted != null
        ? wanted
        : days.stream()
            .filter(d -> d.complete() && d.value().isPresent())
            .reduce((_, later) -> later)
            .map(DayValue::day)
            .orElseGet(() -> services.zone().today().minusDays(1));
  }

  private Source.Answer<Shown> look() {
    LocalDate today = services.zone().today();
    return services
        .figures()
        .ask(f -> {
          LocalDate from = today.minusMonths(DayChart.MONTHS).withDayOfMonth(1);
          List<DayValue> days = f.days(figure, from, today);
          LocalDate of = day(days);
          return new Shown(
              f.board(),
              days,
              f.occasions(from, today),
              of,
              f.explain(figure, of),
              f.sum(figure, of),
              f.rowCount(figure, of));
        });
  }

  private void show(Source.Answer<Shown> now) {
    choice.removeAll();
    Formats formats = new Formats(getLocale(), services.zone().zone());
    switch (now) {
      case Source.Answer.Told<Shown>(Shown shown) -> show(shown, formats);
      case Source.Answer.Away<Shown>(var since) ->
          nothing(getTranslation("measurement.away", formats.dateTime(since)));
      case Source.Answer.Failed<Shown>() -> nothing(getTranslation("measurement.failed"));
    }
  }

  private void nothing(String why) {
    chartPlace.removeAll();
    whyPlace.removeAll();
    rowsPlace.removeAll();
    rows = Optional.empty();
    chart = Optional.empty();
    sum.setText(why);
  }

  private void show(Shown shown, Formats formats) {
    FigureWords words = new FigureWords(this, formats, shown.board.currency());
    for (Figure each : Figure.values()) {
      Anchor link = new Anchor(FiguresPage.address(each), words.name(each));
      link.getElement().setAttribute("router-link", true);
      if (each == figure) {
        link.getElement().setAttribute("aria-current", "page");
      }
      choice.add(link);
    }
    choice.getElement().setAttribute("aria-label", getTranslation("measurement.figures"));
    definition.setText(words.definition(figure));
    Alerts of = new Alerts(figure, shown.board.currency(), getLocale());
    if (!Optional.of(of).equals(alerted)) { // what somebody types stays
      alerted = Optional.of(of);
      alerts.show(figure, words);
    }
    Component drawn =
        new DayChart(words, figure, shown.days, shown.occasions).show(chart, this::choose);
    chart = drawn instanceof Chart c ? Optional.of(c) : Optional.empty();
    if (!drawn.getParent().equals(Optional.of(chartPlace))) { // a chart that moves is drawn anew
      chartPlace.removeAll();
      chartPlace.add(drawn);
    }
    whyPlace.removeAll();
    whyPlace.add(new ExplanationPanel(words, figure, shown.day, shown.why));
    whyTitle.setText(getTranslation("measurement.why", formats.date(shown.day)));
    day.setValue(shown.day);
    rowsTitle.setText(
        getTranslation("measurement.rows", words.name(figure), formats.date(shown.day)));
    boolean known =
        shown.days.stream().anyMatch(d -> d.day().equals(shown.day) && d.value().isPresent())
            || shown.rows > 0;
    sum.setText(
        known
            ? getTranslation(
                "measurement.sum",
                shown.rows,
                formats.number(shown.rows),
                words.value(figure, shown.sum))
            : getTranslation("measurement.day.unknown"));
    Rows now = new Rows(figure, shown.day, shown.rows, shown.sum, getLocale());
    if (!Optional.of(now).equals(rows)) {
      rows = Optional.of(now);
      rowsPlace.removeAll();
      if (shown.rows > 0) {
        rowsPlace.add(new FigureRowsGrid(services.figures(), figure, shown.day, shown.rows, words));
      }
    }
  }

  private void choose(LocalDate wanted) {
    chosen = wanted;
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(
                    null,
                    new Location(
                        FiguresPage.address(figure),
                        new QueryParameters(Map.of(DAY, List.of(wanted.toString()))))));
    show(look());
  }

  @Override
  public ViewState save() {
    return new ViewState(chosen == null ? Map.of() : Map.of(DAY, chosen.toString()));
  }

  @Override
  public void restore(ViewState state) {
    state
        .get(DAY)
        .flatMap(FiguresView::parsed)
        .ifPresent(kept -> {
          chosen = kept;
          translate();
        });
  }
}
