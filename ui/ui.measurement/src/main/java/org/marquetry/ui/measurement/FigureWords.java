package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marquetry.insight.api.Comparison;
import org.marquetry.insight.api.Figure;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;

/// Figures in words and numbers, in the language of a page.
///
/// @param currency of the net revenue; empty when it is not known
record FigureWords(Component page, Formats formats, Optional<String> currency) {
  /// A figure's name in addresses, such as `net-revenue`.
  static String word(Figure figure) {
    return figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Figure> read(String word) {
    return Arrays.stream(Figure.values()).filter(f -> word(f).equals(word)).findFirst();
  }

  String name(Figure figure) {
    return page.getTranslation("measurement.figure." + word(figure));
  }

  String definition(Figure figure) {
    return page.getTranslation("measurement.definition." + word(figure));
  }

  String value(Figure figure, OptionalLong value) {
    return value.isEmpty() ? Formats.UNKNOWN : value(figure, value.getAsLong());
  }

  String value(Figure figure, long value) {
    if (figure != Figure.NET_REVENUE) {
      return formats.number(value);
    }
    return currency.map(c -> formats.money(new Money(value, c))).orElse(Formats.UNKNOWN);
  }

  /// A mean, rounded to the figure's unit.
  String mean(Figure figure, OptionalDouble mean) {
    return mean.isEmpty() ? Formats.UNKNOWN : value(figure, Math.round(mean.getAsDouble()));
  }

  /// "normal", "unusual (1 in 40)", or that it cannot be judged.
  String verdict(Optional<Comparison> comparison) {
    return comparison
        .map(c ->
            c.unusual()
                ? page.getTranslation("measurement.unusual", formats.number(c.oneIn()))
                : page.getTranslation("measurement.normal"))
        .orElseGet(() -> page.getTranslation("measurement.unjudged"));
  }
}
