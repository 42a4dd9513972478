package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import java.util.stream.Collectors;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Formats;

/// Who may use the suite: users with their roles, and API keys for programs.
public final class UsersView extends VerticalLayout implements LocaleChangeObserver {
  static final String PATH = "users";
  static final String PERMISSION = "access.read";

  private static final long serialVersionUID = 1L;
  private static final String WRITE = "access.write";

  private final transient Users users;
  private final transient ShopZone zone;
  private final H1 title = new H1();
  private final Paragraph intro = new Paragraph();
  private final Div tools = new Div();
  private final Div table = new Div();

  UsersView(PageServices services) {
    users = services.users();
    zone = services.zone();
    setId("users");
    intro.addClassName("shell-subtitle");
    tools.addClassName("mq-tools");
    table.addClassName("mq-whole");
    Div head = new Div(new Div(title, intro), tools);
    head.addClassName("shell-head");
    add(head, table);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("shell.users"));
    intro.setText(getTranslation("shell.users.intro"));
    tools.removeAll();
    if (Actor.current().may(WRITE)) {
      Button key =
          new Button(
              getTranslation("shell.users.key"),
              new Icon("vaadin", "key"),
              e -> new KeyDialog(users, this::show).open());
      key.setId("make-key");
      Button add =
          new Button(
              getTranslation("shell.users.add"),
              new Icon("vaadin", "plus"),
              e -> new AddUserDialog(users, this::show).open());
      add.setId("add-user");
      add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      tools.add(key, add);
    }
    show();
  }

  private void show() {
    Grid<Users.User> grid = new Grid<>();
    grid.setId("user-grid");
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.addColumn(Users.User::name)
        .setHeader(getTranslation("shell.logIn.name"))
        .setWidth("9rem")
        .setFlexGrow(2);
    grid.addColumn(this::roles)
        .setHeader(getTranslation("shell.users.roles"))
        .setWidth("9rem")
        .setFlexGrow(3);
    grid.addColumn(u -> getTranslation("shell.language." + u.language()))
        .setHeader(getTranslation("shell.users.language"))
        .setWidth("7rem");
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::actions)
          .setHeader(getTranslation("shell.actions"))
          .setWidth("20rem")
          .setFlexGrow(0);
    }
    grid.setItems(users.users());
    table.removeAll();
    table.add(grid);
    removed();
    keys();
  }

  /// Removed users can be taken back, by who may.
  private void removed() {
    List<Users.User> removed = users.removed();
    if (!removed.isEmpty() && Actor.current().may(WRITE)) {
      Div line = new Div(new Span(getTranslation("shell.users.taken")));
      line.setId("removed");
      line.addClassName("mq-line");
      removed.forEach(u ->
          line.add(
              action(
                  "shell.users.restore",
                  u,
                  () -> {
                    users.restore(u.id());
                    show();
                  })));
      table.add(line);
    }
  }

  private void keys() {
    H2 heading = new H2(getTranslation("shell.users.keys"));
    table.add(heading);
    if (users.keys().isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("shell.users.keys.none"));
      none.addClassName("shell-subtitle");
      table.add(none);
    } else {
      Formats formats = new Formats(getLocale(), zone.zone());
      table.add(new KeysTable(users, formats, Actor.current().may(WRITE), this::show));
    }
  }

  private String roles(Users.User user) {
    return user.roles().stream()
        .sorted()
        .map(r -> getTranslation("shell.role." + r))
        .collect(Collectors.joining(", "));
  }

  private Component actions(Users.User user) {
    Button remove =
        action(
            "shell.users.remove", user, () -> new RemoveUserDialog(users, user, this::show).open());
    remove.setEnabled(!user.id().equals(Actor.current().name())); // nobody locks himself out
    Div all =
        new Div(
            action(
                "shell.users.roles", user, () -> new RolesDialog(users, user, this::show).open()),
            action("shell.logIn.password", user, () -> new PasswordDialog(users, user).open()),
            remove);
    all.addClassName("mq-line");
    return all;
  }

  private Button action(String key, Users.User user, Runnable does) {
    boolean restores = key.equals("shell.users.restore");
    String text = getTranslation(key) + (restores ? ": " + user.name() : "");
    Button button = new Button(text, e -> does.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(getTranslation(key) + ": " + user.name());
    return button;
  }
}
