package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.Occasion;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.ui.api.Formats;

/// 13 months of net revenue.
final class ChartPanel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final transient MeasurementServices services;
  private transient Source.Answer<Year> year;
  private transient Optional<Chart> chart = Optional.empty();

  private record Year(Optional<String> currency, List<DayValue> days, List<Occasion> occasions) {}

  ChartPanel(MeasurementServices services) {
    this.services = services;
    addClassName("mq-wide");
    setId("chart-panel");
    year = look();
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    show(year);
  }

  private Source.Answer<Year> look() {
    LocalDate today = services.zone().today();
    LocalDate from = today.minusMonths(DayChart.MONTHS).withDayOfMonth(1);
    return services
        .figures()
        .ask(f ->
            new Year(
                f.board().currency(),
                f.days(Figure.NET_REVENUE, from, today),
                f.occasions(from, today)));
  }

  private void show(Source.Answer<Year> now) {
    year = now;
    Formats formats = new Formats(getLocale(), services.zone().zone());
    Component shown =
        switch (now) {
          case Source.Answer.Told<Year>(Year told) ->
              new DayChart(
                      new FigureWords(this, formats, told.currency),
                      Figure.NET_REVENUE,
                      told.days,
                      told.occasions)
                  .show(chart, this::open);
          case Source.Answer.Away<Year>(var since) ->
              quiet(getTranslation("measurement.away", formats.dateTime(since)));
          case Source.Answer.Failed<Year>() -> quiet(getTranslation("measurement.failed"));
        };
    chart = shown instanceof Chart c ? Optional.of(c) : Optional.empty();
    if (!shown.getParent().equals(Optional.of(this))) { // a chart that moves is drawn anew
      removeAll();
      add(shown);
    }
  }

  /// The day that was clicked, with the rows behind it.
  private void open(LocalDate day) {
    getUI()
        .ifPresent(ui ->
            ui.navigate(
                FiguresPage.address(Figure.NET_REVENUE),
                QueryParameters.of("day", day.toString())));
  }

  private static Paragraph quiet(String text) {
    Paragraph line = new Paragraph(text);
    line.addClassName("shell-subtitle");
    return line;
  }
}
