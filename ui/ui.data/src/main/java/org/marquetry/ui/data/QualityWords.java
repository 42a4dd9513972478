package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.marquetry.data.api.Quality.Group;
import org.marquetry.data.api.Quality.Rule;
import org.marquetry.data.api.Quality.State;
import org.marquetry.data.api.Quality.Unit;
import org.marquetry.ui.api.Formats;

/// Rules in words.
record QualityWords(Component page, Formats formats) {
  String name(Rule rule) {
    return page.getTranslation("data.quality.rule." + rule.id());
  }

  String group(Group group) {
    return page.getTranslation("data.quality.group." + lower(group));
  }

  /// The figure, such as `4.2 %`, or the sign for not known.
  String figure(Rule rule) {
    return rule.value().map(v -> value(rule.unit(), v)).orElse(Formats.UNKNOWN);
  }

  String value(Unit unit, double value) {
    return unit == Unit.SHARE
        ? formats.percent(value)
        : String.format(page.getUI().map(u -> u.getLocale()).orElse(Locale.ENGLISH), "%.3f", value);
  }

  /// How many rows of how many.
  String counts(Rule rule) {
    return rule.value().isEmpty()
        ? page.getTranslation("data.quality.nothing")
        : page.getTranslation(
            rule.unit() == Unit.SHARE ? "data.quality.counts" : "data.quality.counts.drift",
            formats.number(rule.count()),
            formats.number(rule.of()));
  }

  Span chip(State state) {
    Span chip = new Span(page.getTranslation("data.quality.state." + lower(state)));
    chip.addClassNames(
        "mq-chip",
        switch (state) {
          case BAD, ATTENTION -> "mq-odd";
          case GOOD -> "mq-strong";
          case SILENT, UNKNOWN -> "mq-soft";
        });
    return chip;
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
