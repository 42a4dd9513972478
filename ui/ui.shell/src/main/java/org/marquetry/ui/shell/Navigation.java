package org.marquetry.ui.shell;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;

/// The navigation: the home page, the six steps with the pages that the user may see, the system.
final class Navigation extends SideNav {
  private static final long serialVersionUID = 1L;

  /// The button of a group says that it controls `children`, but Vaadin 25.2 forgot to call its
  /// list so.
  private static final String NAME_CHILDREN =
      "this.updateComplete.then(() => this.shadowRoot.querySelector('ul').id = 'children')";

  private static final Map<Section, String> ICONS =
      Map.of(
          Section.DATA, "database",
          Section.PROFILE, "users",
          Section.PLACEMENT, "grid-small",
          Section.CONTENT, "picture",
          Section.STRATEGY, "bullseye",
          Section.MEASUREMENT, "scale",
          Section.SYSTEM, "cogs");

  private final transient Views views;

  Navigation(Views views) {
    this.views = views;
    setId("navigation");
  }

  void fill() {
    removeAll();
    getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
    addItem(new SideNavItem(getTranslation("shell.home"), "", new Icon("vaadin", "home-o")));
    for (Section section : Section.values()) {
      section(
          section,
          views.in(section).stream()
              .filter(v -> v.inNavigation() && Actor.current().may(v.permission()))
              .toList());
    }
  }

  private void section(Section section, List<ViewContribution> pages) {
    if (section == Section.HOME) {
      pages.forEach(v -> addItem(item(v)));
      return;
    }
    SideNavItem group =
        new SideNavItem(getTranslation("shell.section." + section.name().toLowerCase(Locale.ROOT)));
    group.setPrefixComponent(new Icon("vaadin", ICONS.getOrDefault(section, "circle-thin")));
    if (section == Section.SYSTEM) {
      own(group, SystemView.PERMISSION, "shell.system", SystemView.PATH, "server");
      own(group, UsersView.PERMISSION, "shell.users", UsersView.PATH, "key");
    }
    pages.forEach(v -> group.addItem(item(v)));
    group.getElement().executeJs(NAME_CHILDREN);
    group.setExpanded(true);
    group.addClassName(group.getItems().isEmpty() ? "shell-empty" : "shell-group");
    addItem(group);
  }

  private void own(SideNavItem group, String permission, String key, String path, String icon) {
    if (Actor.current().may(permission)) {
      SideNavItem item = new SideNavItem(getTranslation(key), path, new Icon("vaadin", icon));
      item.setMatchNested(true);
      group.addItem(item);
    }
  }

  private SideNavItem item(ViewContribution view) {
    String[] icon = view.icon().split(":", 2);
    SideNavItem item =
        new SideNavItem(
            getTranslation(view.titleKey()),
            new PathTemplate(view.path()).base(),
            new Icon(icon[0], icon[icon.length - 1]));
    item.setMatchNested(true);
    return item;
  }
}
