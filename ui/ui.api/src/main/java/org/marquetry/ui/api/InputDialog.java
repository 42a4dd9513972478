package org.marquetry.ui.api;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.marquetry.shop.api.Words;

/// A dialog that does one thing. What is wrong with the input is said in it, and it stays open.
public abstract class InputDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  private final Paragraph problem = new Paragraph();
  private final Button submit = new Button();
  private boolean stays;

  /// @param titleKey what it does
  /// @param submitKey what the main button says
  /// @param arguments of the title
  @SuppressWarnings("this-escape") // a component is put together by its own methods
  protected InputDialog(String titleKey, String submitKey, Object... arguments) {
    setHeaderTitle(getTranslation(titleKey, arguments));
    setWidth("32rem");
    addClassName("shell-form");
    problem.setId("problem");
    problem.addClassName("shell-bad");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    submit.setText(getTranslation(submitKey));
    submit.setId("submit");
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.addClickListener(e -> tried());
    getFooter().add(new Button(getTranslation("shell.cancel"), e -> close()), submit);
  }

  /// Do it; the dialog closes then, unless it was told to [#stayOpen].
  ///
  /// @throws IllegalArgumentException saying what is wrong with the input
  protected abstract void submit();

  /// Put the message below the fields; call it last.
  protected final void messageBelow() {
    add(problem);
  }

  /// The main button.
  protected final Button main() {
    return submit;
  }

  /// Show what came of it instead of closing.
  protected final void stayOpen() {
    stays = true;
  }

  private void tried() {
    try {
      submit();
      if (!stays) {
        close();
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      problem.setText(getTranslation("shell.refused", Words.of(e).in(getLocale())));
      problem.setVisible(true);
    }
  }
}
