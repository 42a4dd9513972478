package org.marquetry.ui.extensions;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;
import org.marquetry.feature.api.FeatureException;

/// What the feature manager refuses, on the page.
final class Refusals {
  private Refusals() {}

  /// Ask it; what is refused is a wrong argument to the dialogs of the house.
  static <T> T asArgument(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (FeatureException refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
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

  /// What it said, each line for itself; it speaks English only.
  static Div said(List<String> lines) {
    Div all = new Div();
    all.addClassName("mq-code");
    all.getElement().setAttribute("lang", "en");
    all.getStyle().setWhiteSpace(com.vaadin.flow.dom.Style.WhiteSpace.PRE_WRAP);
    all.setText(String.join("\n", lines));
    return all;
  }
}
