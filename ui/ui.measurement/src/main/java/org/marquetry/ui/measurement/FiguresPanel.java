package org.marquetry.ui.measurement;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import org.marquetry.insight.api.Board;
import org.marquetry.insight.api.FigureNow;
import org.marquetry.insight.api.Figures;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;

/// The figures of today, live.
final class FiguresPanel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final transient MeasurementServices services;
  private transient Source.Answer<Board> board;

  FiguresPanel(MeasurementServices services) {
    this.services = services;
    addClassName("mq-wide");
    setId("figures-panel");
    board = services.figures().ask(Figures::board);
    services.live().watch(this, SECOND, () -> services.figures().ask(Figures::board), this::board);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    board(board);
  }

  private void board(Source.Answer<Board> now) {
    board = now;
    removeAll();
    switch (now) {
      case Source.Answer.Told<Board>(Board told) -> {
        if (told.dataUpTo().isEmpty()) {
          add(nothingYet());
        } else {
          add(tiles(told), upTo(told));
        }
      }
      case Source.Answer.Away<Board>(var since) ->
          add(quiet(getTranslation("measurement.away", formats().dateTime(since))));
      case Source.Answer.Failed<Board>() -> add(quiet(getTranslation("measurement.failed")));
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
