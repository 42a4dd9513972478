package org.marquetry.ui.measurement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.Consumer;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.ui.api.Formats;

/// One thing of the agenda: what, since when, why, and what to do.
final class AgendaRow extends ListItem {
  private static final long serialVersionUID = 1L;

  AgendaRow(AgendaItem item, Formats formats, Consumer<AgendaItem> later) {
    Locale language = formats.locale();
    Span title = new Span(item.title().in(language));
    title.addClassName("mq-strong-text");
    Span at = new Span(formats.dateTime(item.at()));
    at.addClassName("mq-note");
    Div line = new Div(title, at);
    line.addClassName("mq-line");
    item.stake()
        .ifPresent(money -> {
          Span stake = new Span(formats.money(money));
          stake.addClassNames("mq-chip", "mq-strong");
          line.add(stake);
        });
    Div acts = new Div();
    acts.addClassName("mq-line");
    item.act()
        .ifPresent(label -> {
          Anchor link = new Anchor(item.address().orElseThrow(), label.in(language));
          link.getElement().setAttribute("router-link", true);
          acts.add(link);
        });
    if (item.kind() != AgendaItem.Kind.DONE) {
      Button put = new Button(getTranslation("measurement.agenda.later"));
      put.setTooltipText(getTranslation("measurement.agenda.later.help"));
      put.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      put.addClickListener(_ -> later.accept(item));
      acts.add(put);
    }
    add(line);
    item.why()
        .ifPresent(reason ->
            add(
                new NativeDetails(
                    getTranslation("measurement.agenda.why"), new Paragraph(reason.in(language)))));
    add(acts);
  }
}
