package org.marquetry.ui.shell;

import org.marquetry.access.api.Users;
import org.marquetry.ui.api.InputDialog;

/// Changes what a user may do.
final class RolesDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient Users users;
  private final transient Users.User user;
  private final transient Runnable done;
  private final RoleChoice roles;

  RolesDialog(Users users, Users.User user, Runnable done) {
    super("shell.users.roles.of", "shell.save", user.name());
    this.users = users;
    this.user = user;
    this.done = done;
    roles = new RoleChoice(users, user.roles());
    add(roles);
    messageBelow();
  }

  @Override
  protected void submit() {
    users.changeRoles(user.id(), roles.getSelectedItems());
    done.run();
  }
}
