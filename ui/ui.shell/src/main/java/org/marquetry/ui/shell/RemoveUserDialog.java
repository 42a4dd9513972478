package org.marquetry.ui.shell;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import org.marquetry.access.api.Users;
import org.marquetry.ui.api.InputDialog;

/// Removes a user, once that was confirmed.
final class RemoveUserDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient Users users;
  private final transient Users.User user;
  private final transient Runnable done;

  RemoveUserDialog(Users users, Users.User user, Runnable done) {
    super("shell.users.remove.of", "shell.users.remove", user.name());
    this.users = users;
    this.user = user;
    this.done = done;
    main().addThemeVariants(ButtonVariant.LUMO_ERROR);
    add(new Paragraph(getTranslation("shell.users.remove.text")));
    messageBelow();
  }

  @Override
  protected void submit() {
    users.remove(user.id());
    done.run();
  }
}
