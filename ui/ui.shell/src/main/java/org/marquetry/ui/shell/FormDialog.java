package org.marquetry.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/// A dialog that does one thing. What is wrong with the input is said in it, and it stays open.
abstract class FormDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  private final Paragraph problem = new Paragraph();
  private final Button submit = new Button();

  /// @param titleKey what it does
  /// @param submitKey what the main button says
  /// @param arguments of the title
  FormDialog(String titleKey, String submitKey, Object... arguments) {
    setHeaderTitle(getTranslation(titleKey, arguments));
    setWidth("30rem");
    addClassName("shell-form");
    problem.setId("problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    submit.setText(getTranslation(submitKey));
    submit.setId("submit");
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.addClickListener(e -> tried());
    Button cancel = new Button(getTranslation("shell.cancel"), e -> close());
    getFooter().add(cancel, submit);
  }

  /// Do it.
  ///
  /// @throws IllegalArgumentException saying what is wrong with the input
  abstract void submit();

  /// Put the message below the fields; call it last.
  final void messageBelow() {
    add(problem);
  }

  final Button main() {
    return submit;
  }

  private void tried() {
    try {
      submit();
    } catch (IllegalArgumentException | IllegalStateException e) {
      problem.setText(getTranslation("shell.setUp.refused", e.getMessage()));
      problem.setVisible(true);
    }
  }
}
