package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;

/// Who stands behind the ids of owners and of those who changed something: colleagues, by the names
/// that they log in with.
final class Colleagues {
  private static final String COMMAND_LINE = "command-line";

  private final Users users;

  Colleagues(Users users) {
    this.users = users;
  }

  /// Names by id, of all who ever could: for one drawing of a page.
  private Map<String, String> all(Component page) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(Actor.SYSTEM.name(), page.getTranslation("profile.colleague.suite"));
    names.put(COMMAND_LINE, page.getTranslation("profile.colleague.commandLine"));
    Actor.SYSTEM.run(() -> { // whoever sees a segment may know whose it is
      users
          .removed()
          .forEach(u -> names.put(u.id(), page.getTranslation("profile.colleague.gone", u.name())));
      users.users().forEach(u -> names.put(u.id(), u.name()));
      users
          .keys()
          .forEach(k -> names.put(k.id(), page.getTranslation("profile.colleague.key", k.label())));
    });
    return names;
  }

  /// Tells names in the language of a page; ids that nobody has stay as they are.
  java.util.function.UnaryOperator<String> names(Component page) {
    Map<String, String> names = all(page);
    return id -> names.getOrDefault(id, id);
  }

  /// The ids of those who may answer for a segment, by name.
  List<String> owners() {
    return Actor.SYSTEM.call(() -> users.users().stream().map(Users.User::id).toList());
  }
}
