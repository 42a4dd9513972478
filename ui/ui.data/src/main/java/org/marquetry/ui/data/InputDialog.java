package org.marquetry.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.marquetry.shop.api.Words;

/// A dialog that does one thing. What is wrong with the input is said in it, and it stays open.
abstract class InputDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  private final Paragraph problem = new Paragraph();

  /// @param titleKey what it does
  /// @param submitKey what the main button says
  InputDialog(String titleKey, String submitKey, Object... arguments) {
    setHeaderTitle(getTranslation(titleKey, arguments));
    setWidth("32rem");
    addClassName("shell-form");
    problem.setId("problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    Button submit = new Button(getTranslation(submitKey), e -> tried());
    submit.setId("submit");
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button(getTranslation("data.cancel"), e -> close()), submit);
  }

  /// Do it.
  ///
  /// @throws IllegalArgumentException saying what is wrong with the input
  abstract void submit();

  /// Put the message below the fields; call it last.
  final void messageBelow() {
    add(problem);
  }

  private void tried() {
    try {
      submit();
      close();
    } catch (IllegalArgumentException | IllegalStateException e) {
      problem.setText(getTranslation("data.refused", Words.of(e).in(getLocale())));
      problem.setVisible(true);
    }
  }
}
