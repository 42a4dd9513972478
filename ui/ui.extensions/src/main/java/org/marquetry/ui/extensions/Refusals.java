package org.marquetry.ui.extensions;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// What the feature manager refuses, on the page.
final class Refusals {
  private Refusals() {}

  /// Ask it; what is refused is a wrong argument to the dialogs of the house.
  static <T> T asArgument(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (FeatureException refused) {
      throw new Rejected(refused.words(), refused);
    }
  }

  /// The same where there is no answer.
  static void asArgument(Runnable asked) {
    var _ =
        asArgument(() -> {
          asked.run();
          return true;
        });
  }

  /// What it said, each for itself.
  static Div said(List<Words> lines, Locale locale) {
    Div all = new Div();
    all.addClassName("mq-code");
    all.getStyle().setWhiteSpace(com.vaadin.flow.dom.Style.WhiteSpace.PRE_WRAP);
    all.setText(lines.stream().map(w -> w.in(locale)).collect(Collectors.joining("\n")));
    return all;
  }
}
