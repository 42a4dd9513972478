package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import java.util.function.UnaryOperator;

/// Whoever made a change.
///
/// @param names of users and keys by id
record People(UnaryOperator<String> names) {
  /// @param page in whose language it is said
  /// @param actor `kind/name`
  String of(Component page, String actor) {
    int slash = actor.indexOf('/');
    String kind = slash < 0 ? "user" : actor.substring(0, slash);
    String id = actor.substring(slash + 1);
    return switch (kind) {
      case "user", "api_key" -> names.apply(id);
      case "command_line" -> page.getTranslation("extensions.by.commandLine");
      default -> page.getTranslation("extensions.by.suite");
    };
  }
}
