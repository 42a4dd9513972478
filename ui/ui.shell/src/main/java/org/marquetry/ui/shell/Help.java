package org.marquetry.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import java.util.regex.Pattern;

/// The button that opens the help of the page that is shown: the text of the page's title key with
/// `.help` behind it, from the bundle that contributes the page.
final class Help extends Button {
  private static final long serialVersionUID = 1L;
  private static final String SUFFIX = ".help";
  private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");

  private String titleKey = "";

  Help() {
    setIcon(new Icon("vaadin", "question-circle-o"));
    setId("help");
    addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    addClickListener(e -> show());
  }

  /// Take the page's title key, in the language of now; without a help text there is no button.
  void about(String key) {
    titleKey = key;
    setAriaLabel(getTranslation("shell.help"));
    setTooltipText(getTranslation("shell.help"));
    setVisible(!getTranslation(key + SUFFIX).equals(key + SUFFIX));
  }

  private void show() {
    Dialog dialog = new Dialog();
    dialog.addClassName("shell-help");
    dialog.setHeaderTitle(getTranslation(titleKey));
    EMPTY_LINE
        .splitAsStream(getTranslation(titleKey + SUFFIX))
        .map(Paragraph::new)
        .forEach(dialog::add);
    Button close = new Button(getTranslation("shell.close"), e -> dialog.close());
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    close.setAutofocus(true);
    dialog.getFooter().add(close);
    dialog.setWidth("34rem");
    dialog.open();
  }
}
