package org.marquetry.ui.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import org.marquetry.access.api.Users;
import org.marquetry.ui.api.InputDialog;

/// Changes a user's password, which ends that user's sessions.
final class PasswordDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_MILLIS = 5000;

  private final transient Users users;
  private final transient Users.User user;
  private final PasswordField password = new PasswordField();

  PasswordDialog(Users users, Users.User user) {
    super("shell.users.password.of", "shell.save", user.name());
    this.users = users;
    this.user = user;
    password.setLabel(getTranslation("shell.logIn.password"));
    password.setHelperText(getTranslation("shell.users.password.help"));
    password.setAutofocus(true);
    add(password);
    messageBelow();
  }

  @Override
  protected void submit() {
    users.changePassword(user.id(), password.getValue());
    Notification.show(
        getTranslation("shell.users.password.done", user.name()),
        SHOWN_MILLIS,
        Notification.Position.BOTTOM_START);
  }
}
