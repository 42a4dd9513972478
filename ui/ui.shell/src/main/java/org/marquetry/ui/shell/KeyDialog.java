package org.marquetry.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.access.api.Users;
import org.marquetry.ui.api.InputDialog;

/// Makes an API key and shows it, this once.
final class KeyDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final String SEND_EVENTS = "data.write";
  private static final String COPY =
      "navigator.clipboard?.writeText($0).then(() => this.setAttribute('copied', ''))";

  private final transient Users users;
  private final transient Runnable done;
  private final TextField label = new TextField();
  private final MultiSelectComboBox<String> permissions = new MultiSelectComboBox<>();

  KeyDialog(Users users, Runnable done) {
    super("shell.users.key", "shell.users.key");
    this.users = users;
    this.done = done;
    label.setLabel(getTranslation("shell.users.key.label"));
    label.setHelperText(getTranslation("shell.users.key.label.help"));
    label.setId("key-label");
    label.setAutofocus(true);
    permissions.setLabel(getTranslation("shell.users.key.permissions"));
    permissions.setHelperText(getTranslation("shell.users.key.permissions.help"));
    permissions.setItems(known());
    permissions.setValue(Set.of(SEND_EVENTS));
    permissions.setWidthFull();
    add(label, permissions);
    messageBelow();
  }

  /// What roles may do, and what only programs do.
  private Set<String> known() {
    Set<String> known = new TreeSet<>(Set.of(SEND_EVENTS, "data.read"));
    users.roles().forEach(role -> known.addAll(role.permissions()));
    known.remove("*");
    return known;
  }

  @Override
  protected void submit() {
    String key = users.makeKey(label.getValue().strip(), permissions.getSelectedItems());
    done.run();
    stayOpen();
    removeAll();
    Pre shown = new Pre(key);
    shown.setId("key");
    shown.addClassName("mq-code");
    shown.getElement().setAttribute("tabindex", "0");
    add(new Paragraph(getTranslation("shell.users.key.once")), shown);
    Button copy = new Button(getTranslation("shell.copy"));
    copy.addClickListener(e -> shown.getElement().executeJs(COPY, key));
    Button close = new Button(getTranslation("shell.close"), e -> close());
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().removeAll();
    getFooter().add(copy, close);
    setCloseOnOutsideClick(false);
  }
}
