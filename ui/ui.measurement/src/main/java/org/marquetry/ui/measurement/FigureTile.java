package org.marquetry.ui.measurement;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.marquetry.insight.api.Comparison;
import org.marquetry.insight.api.FigureNow;

/// One figure of today and yesterday; leads to what it rests on.
final class FigureTile extends Anchor {
  private static final long serialVersionUID = 1L;

  FigureTile(FigureNow now, FigureWords words) {
    super(FiguresPage.address(now.figure()), "");
    getElement().setAttribute("router-link", true);
    setId("figure-" + FigureWords.word(now.figure()));
    addClassName("mq-tile");
    Span name = new Span(words.name(now.figure()));
    name.addClassName("mq-label");
    Span value = new Span(words.value(now.figure(), now.today().value()));
    value.addClassName("mq-value");
    Span today =
        new Span(
            now.today().value().isEmpty()
                ? getTranslation("measurement.today.unknown")
                : now.usualByNow().isEmpty()
                    ? getTranslation("measurement.today")
                    : getTranslation(
                        "measurement.today.usual", words.mean(now.figure(), now.usualByNow())));
    today.addClassName("mq-note");
    add(name, value, today, yesterday(now, words));
  }

  private Div yesterday(FigureNow now, FigureWords words) {
    Div line = new Div();
    line.addClassNames("mq-line", "mq-foot");
    if (now.yesterday().value().isEmpty()) {
      line.add(new Span(getTranslation("measurement.yesterday.unknown")));
      return line;
    }
    line.add(
        new Span(
            getTranslation(
                now.yesterday().complete()
                    ? "measurement.yesterday"
                    : "measurement.yesterday.partly",
                words.value(now.figure(), now.yesterday().value()))));
    Span verdict = new Span(words.verdict(now.comparison()));
    boolean unusual = now.comparison().map(Comparison::unusual).orElse(false);
    verdict.addClassNames("mq-chip", unusual ? "mq-odd" : "mq-soft");
    line.add(verdict);
    return line;
  }
}
