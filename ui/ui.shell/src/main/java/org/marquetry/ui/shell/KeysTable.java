package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.stream.Collectors;
import org.marquetry.access.api.Users;
import org.marquetry.ui.api.Formats;

/// The API keys, also removed ones, which can be taken back.
final class KeysTable extends Grid<Users.ApiKey> {
  private static final long serialVersionUID = 1L;

  private final transient Users users;
  private final transient Runnable changed;

  /// @param write whether keys may be removed and taken back
  KeysTable(Users users, Formats formats, boolean write, Runnable changed) {
    this.users = users;
    this.changed = changed;
    setId("key-grid");
    setAllRowsVisible(true);
    setSelectionMode(SelectionMode.NONE);
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    addColumn(Users.ApiKey::label)
        .setHeader(getTranslation("shell.users.key.label"))
        .setWidth("9rem")
        .setFlexGrow(2);
    addColumn(k -> k.permissions().stream().sorted().collect(Collectors.joining(", ")))
        .setHeader(getTranslation("shell.users.key.permissions"))
        .setWidth("9rem")
        .setFlexGrow(3);
    addColumn(k ->
            k.removedAt()
                .map(at -> getTranslation("shell.users.removed", formats.dateTime(at)))
                .orElseGet(() -> getTranslation("shell.users.key.counts")))
        .setHeader(getTranslation("shell.system.state"))
        .setWidth("9rem")
        .setFlexGrow(2);
    if (write) {
      addComponentColumn(this::action)
          .setHeader(getTranslation("shell.actions"))
          .setWidth("9rem")
          .setFlexGrow(0);
    }
    setItems(users.keys());
  }

  private Component action(Users.ApiKey key) {
    boolean counts = key.removedAt().isEmpty();
    String text = getTranslation(counts ? "shell.users.remove" : "shell.users.restore");
    Button button = new Button(text);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(text + ": " + key.label());
    button.addClickListener(e -> {
      if (counts) {
        users.removeKey(key.id());
      } else {
        users.restoreKey(key.id());
      }
      changed.run();
    });
    return button;
  }
}
