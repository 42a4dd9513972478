package org.marquetry.ui.shell;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.Set;
import org.marquetry.access.api.Users;

/// The roles to choose from, each with what it may do.
final class RoleChoice extends CheckboxGroup<String> {
  private static final long serialVersionUID = 1L;

  RoleChoice(Users users) {
    setId("roles");
    setLabel(getTranslation("shell.users.roles"));
    setItems(users.roles().stream().map(Users.Role::name).toList());
    setItemLabelGenerator(r -> getTranslation("shell.role." + r));
    setItemHelperGenerator(r -> getTranslation("shell.role." + r + ".help"));
    setRequired(true);
  }

  RoleChoice(Users users, Set<String> chosen) {
    this(users);
    setValue(chosen);
  }
}
