package org.marquetry.ui.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.marquetry.access.api.Users;
import org.marquetry.ui.api.InputDialog;

/// Adds a user.
final class AddUserDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient Users users;
  private final transient Runnable done;
  private final TextField name = new TextField();
  private final PasswordField password = new PasswordField();
  private final RoleChoice roles;
  private final ComboBox<String> language = new ComboBox<>();

  AddUserDialog(Users users, Runnable done) {
    super("shell.users.add", "shell.users.add");
    this.users = users;
    this.done = done;
    name.setLabel(getTranslation("shell.logIn.name"));
    name.setId("new-name");
    name.setRequired(true);
    name.setAutofocus(true);
    password.setLabel(getTranslation("shell.logIn.password"));
    password.setHelperText(getTranslation("shell.setUp.password.help"));
    password.setId("new-password");
    password.setRequired(true);
    roles = new RoleChoice(users);
    language.setLabel(getTranslation("shell.users.language"));
    language.setItems("zh-CN", "en");
    language.setItemLabelGenerator(l -> getTranslation("shell.language." + l));
    language.setValue(LanguageAndTheme.isChinese(getLocale()) ? "zh-CN" : "en");
    add(name, password, roles, language);
    messageBelow();
  }

  @Override
  protected void submit() {
    users.add(
        name.getValue().trim(), password.getValue(), roles.getSelectedItems(), language.getValue());
    done.run();
  }
}
