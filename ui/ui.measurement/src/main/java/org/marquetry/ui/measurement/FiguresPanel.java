package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.insight.api.Board;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureNow;
import org.marquetry.insight.api.Figures;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;

/// The figures of today, live, and 13 months of net revenue.
final class FiguresPanel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SOME_SECONDS = Duration.ofSeconds(10);

  private final transient MeasurementServices services;
  private final Div top = new Div();
  private final Div bottom = new Div();
  private transient FiguresSource.Answer<Board> board;
  private transient FiguresSource.Answer<List<DayValue>> days;
  private transient Optional<Chart> chart = Optional.empty();

  FiguresPanel(MeasurementServices services) {
    this.services = services;
    addClassName("mq-wide");
    setId("figures-panel");
    board = services.figures().ask(Figures::board);
    days = days();
    add(top, bottom);
    services.live().watch(this, SECOND, () -> services.figures().ask(Figures::board), this::board);
    services.live().watch(this, SOME_SECONDS, this::days, this::chart);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    board(board);
    chart(days);
  }

  private FiguresSource.Answer<List<DayValue>> days() {
    LocalDate today = services.zone().today();
    return services
        .figures()
        .ask(f ->
            f.days(
                Figure.NET_REVENUE, today.minusMonths(DayChart.MONTHS).withDayOfMonth(1), today));
  }

  private void board(FiguresSource.Answer<Board> now) {
    boolean came = empty(board) != empty(now) || board.getClass() != now.getClass();
    board = now;
    top.removeAll();
    switch (now) {
      case FiguresSource.Answer.Told<Board>(Board told) -> {
        if (told.dataUpTo().isEmpty()) {
          top.add(nothingYet());
        } else {
          top.add(tiles(told), upTo(told));
        }
      }
      case FiguresSource.Answer.Away<Board>(var since) ->
          top.add(quiet(getTranslation("measurement.away", formats().dateTime(since))));
      case FiguresSource.Answer.Failed<Board>() ->
          top.add(quiet(getTranslation("measurement.failed")));
    }
    if (came) {
      chart(days());
    }
  }

  private static boolean empty(FiguresSource.Answer<Board> answer) {
    return answer instanceof FiguresSource.Answer.Told<Board>(Board b) && b.dataUpTo().isEmpty();
  }

  private void chart(FiguresSource.Answer<List<DayValue>> now) {
    days = now;
    Component shown = new Div();
    if (board instanceof FiguresSource.Answer.Told<Board>(Board b)
        && b.dataUpTo().isPresent()
        && now instanceof FiguresSource.Answer.Told<List<DayValue>>(var told)) {
      FigureWords words = new FigureWords(this, formats(), b.currency());
      shown = new DayChart(words, Figure.NET_REVENUE, told).show(chart);
    }
    chart = shown instanceof Chart c ? Optional.of(c) : Optional.empty();
    if (!shown.getParent().equals(Optional.of(bottom))) { // a chart that moves is drawn anew
      bottom.removeAll();
      bottom.add(shown);
    }
  }

  private Div tiles(Board told) {
    FigureWords words = new FigureWords(this, formats(), told.currency());
    Div tiles = new Div();
    tiles.addClassName("mq-tiles");
    for (FigureNow figure : told.figures()) {
      tiles.add(new FigureTile(figure, words));
    }
    return tiles;
  }

  private Paragraph upTo(Board told) {
    StringBuilder text = new StringBuilder();
    told.dataUpTo()
        .ifPresent(at ->
            text.append(
                services.zone().day(at).equals(services.zone().today())
                    ? getTranslation("measurement.upTo", formats().time(at))
                    : getTranslation("measurement.upTo", formats().dateTime(at))));
    if (told.otherCurrencies() > 0) {
      text.append(" · ")
          .append(getTranslation("measurement.others", formats().number(told.otherCurrencies())));
    }
    Paragraph line = quiet(text.toString());
    line.setId("up-to");
    return line;
  }

  private Div nothingYet() {
    Anchor step = new Anchor(CustomerAddress.LIST, getTranslation("measurement.empty.step"));
    step.getElement().setAttribute("router-link", true);
    return new Div(new Paragraph(getTranslation("measurement.empty")), step);
  }

  private static Paragraph quiet(String text) {
    Paragraph line = new Paragraph(text);
    line.addClassName("shell-subtitle");
    return line;
  }

  private Formats formats() {
    return new Formats(getLocale(), services.zone().zone());
  }
}
