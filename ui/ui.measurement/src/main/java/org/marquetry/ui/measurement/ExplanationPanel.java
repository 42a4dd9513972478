package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.marquetry.insight.api.Explanation;
import org.marquetry.insight.api.Explanation.Dimension;
import org.marquetry.insight.api.Explanation.Share;
import org.marquetry.insight.api.Figure;

/// Why a day's figure is what it is: beside the usual, and by its parts.
final class ExplanationPanel extends Div {
  private static final long serialVersionUID = 1L;

  /// Parts whose names are ours, not the shop's.
  private static final Set<Dimension> NAMED = Set.of(Dimension.CUSTOMERS, Dimension.DEED);

  private final transient FigureWords words;
  private final Figure figure;

  ExplanationPanel(FigureWords words, Figure figure, LocalDate day, Explanation told) {
    this.words = words;
    this.figure = figure;
    setId("explanation");
    add(head(day, told));
    told.occasion()
        .ifPresent(name -> {
          Span occasion =
              new Span(
                  words
                      .page()
                      .getTranslation("measurement.occasion", name.in(words.formats().locale())));
          occasion.addClassNames("mq-chip", "mq-strong");
          add(occasion);
        });
    Div parts = new Div();
    parts.addClassName("mq-parts");
    for (Dimension dimension : Dimension.values()) {
      List<Share> shares = told.shares().stream().filter(s -> s.dimension() == dimension).toList();
      if (!shares.isEmpty()) {
        parts.add(part(dimension, shares));
      }
    }
    add(parts);
  }

  private Paragraph head(LocalDate day, Explanation told) {
    String value = words.value(figure, told.value().value());
    String date = words.formats().date(day);
    String text =
        told.usual().isEmpty()
            ? text("measurement.explain.alone", date, value)
            : text(
                "measurement.explain",
                date,
                value,
                words.mean(figure, told.usual()),
                words.verdict(told.comparison()));
    Paragraph head = new Paragraph(text);
    head.addClassName("shell-subtitle");
    return head;
  }

  private Component part(Dimension dimension, List<Share> shares) {
    double most =
        shares.stream().mapToDouble(s -> Math.max(s.value(), s.usual().orElse(0))).max().orElse(0);
    UnorderedList list = new UnorderedList();
    list.addClassName("mq-bars");
    shares.forEach(s -> list.add(row(s, most)));
    return new Div(new H3(text("measurement.by." + word(dimension))), list);
  }

  private ListItem row(Share share, double most) {
    Span name = new Span(name(share));
    Span value = new Span(words.value(figure, Math.round(share.value())));
    Div line = new Div(name, value);
    line.addClassName("mq-line");
    Div bar = new Div();
    bar.addClassName("mq-bar");
    bar.getStyle()
        .set("--share", String.format(Locale.ROOT, "%.4f", most <= 0 ? 0 : share.value() / most));
    ListItem row = new ListItem(line, bar);
    share
        .usual()
        .ifPresent(usual -> {
          long difference = Math.round(share.value()) - Math.round(usual);
          Span note =
              new Span(
                  text(
                      "measurement.explain.usual",
                      words.value(figure, Math.round(usual)),
                      (difference < 0 ? "−" : "+") + words.value(figure, Math.abs(difference))));
          note.addClassName("mq-note");
          row.add(note);
        });
    return row;
  }

  private String name(Share share) {
    if (share.name().isEmpty()) {
      return text("measurement.by." + word(share.dimension()) + ".none");
    }
    return NAMED.contains(share.dimension())
        ? text("measurement.part." + share.name())
        : share.name();
  }

  private static String word(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  private String text(String key, Object... values) {
    return words.page().getTranslation(key, values);
  }
}
