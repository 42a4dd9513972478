package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marquetry.insight.api.Agenda;
import org.marquetry.insight.api.Today;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.ui.api.Formats;

/// What waits for the user, what went wrong, what the suite did by itself; live.
final class AgendaPanel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(3);
  private static final int HOUR_OF_LATER = 8;
  private static final int MOST = 6;

  private final transient MeasurementServices services;
  private transient Source.Answer<Agenda> agenda;

  AgendaPanel(MeasurementServices services) {
    this.services = services;
    addClassName("mq-wide");
    setId("agenda");
    agenda = look();
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    show(agenda);
  }

  private Source.Answer<Agenda> look() {
    return services.today().ask(Today::agenda);
  }

  private void show(Source.Answer<Agenda> now) {
    agenda = now;
    removeAll();
    switch (now) {
      case Source.Answer.Told<Agenda>(Agenda told) -> show(told);
      case Source.Answer.Away<Agenda>(var since) ->
          add(quiet(getTranslation("measurement.agenda.away", formats().dateTime(since))));
      case Source.Answer.Failed<Agenda>() ->
          add(quiet(getTranslation("measurement.agenda.failed")));
    }
  }

  private void show(Agenda told) {
    Div parts = new Div(waits(told), wrong(told));
    parts.addClassName("mq-parts");
    if (!told.done().isEmpty()) {
      String since = formats().date(services.zone().day(told.since()));
      parts.add(
          part(
              "done",
              getTranslation("measurement.agenda.done", since),
              list(told.done()),
              told.done().size()));
    }
    add(parts);
    if (!told.silent().isEmpty()) {
      add(quiet(getTranslation("measurement.agenda.silent", String.join(", ", told.silent()))));
    }
  }

  private Section waits(Agenda told) {
    Div content = new Div();
    if (told.waits().isEmpty()) {
      content.add(quiet(getTranslation("measurement.agenda.nothing")));
      told.ideas().stream()
          .findFirst()
          .ifPresent(idea -> {
            Paragraph best = quiet(getTranslation("measurement.agenda.idea"));
            content.add(best, list(List.of(idea)));
          });
    } else {
      content.add(list(told.waits()));
    }
    if (told.later() > 0) {
      Button back = new Button(getTranslation("measurement.agenda.back", told.later()));
      back.setId("bring-back");
      back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      back.addClickListener(_ -> {
        services.today().ask(Today::noLonger);
        show(look());
      });
      content.add(back);
    }
    return part("waits", getTranslation("measurement.agenda.waits"), content, told.waits().size());
  }

  private Section wrong(Agenda told) {
    return part(
        "wrong",
        getTranslation("measurement.agenda.wrong"),
        told.wrong().isEmpty()
            ? quiet(getTranslation("measurement.agenda.well"))
            : list(told.wrong()),
        told.wrong().size());
  }

  private static Section part(String id, String title, Component content, int count) {
    Section part = new Section(new H3(count == 0 ? title : title + " (" + count + ")"), content);
    part.setId("agenda-" + id);
    return part;
  }

  private Component list(List<AgendaItem> items) {
    UnorderedList list = new UnorderedList();
    list.addClassName("mq-agenda");
    items.stream().limit(MOST).forEach(i -> list.add(new AgendaRow(i, formats(), this::later)));
    if (items.size() <= MOST) {
      return list;
    }
    return new Div(list, quiet(getTranslation("measurement.agenda.more", items.size() - MOST)));
  }

  /// Until the next morning in the shop's zone.
  private void later(AgendaItem item) {
    Instant morning =
        services
            .zone()
            .start(services.zone().today().plusDays(1))
            .plus(Duration.ofHours(HOUR_OF_LATER));
    services
        .today()
        .ask(t -> {
          t.later(item.key(), morning);
          return item.key();
        });
    show(look());
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
