package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;

/// What short lists on pages have in common.
public final class Lists {
  private static final int NARROW = 700; // pixels

  private Lists() {}

  /// A list that is shown whole; long texts wrap.
  public static <T> Grid<T> grid(String id) {
    Grid<T> grid = new Grid<>();
    grid.setId(id);
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    return grid;
  }

  /// Leave out columns while the window is as narrow as a phone.
  public static void inWideWindows(Grid<?> grid, Grid.Column<?>... columns) {
    WindowWidth.follow(grid, width -> show(columns, width >= NARROW));
  }

  private static void show(Grid.Column<?>[] columns, boolean visible) {
    for (Grid.Column<?> column : columns) {
      column.setVisible(visible);
    }
  }

  /// A small button of one row.
  ///
  /// @param text what it does, translated
  /// @param about the row's name, for those who do not see the row
  public static Button action(String text, String about, Runnable action) {
    Button button = new Button(text, e -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(text + ": " + about);
    return button;
  }

  /// A link within the suite.
  public static Anchor link(String address, String text) {
    Anchor link = new Anchor(address, text);
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  /// A line in the place of a list that has no rows.
  public static Paragraph none(String text) {
    Paragraph none = new Paragraph(text);
    none.addClassName("shell-subtitle");
    return none;
  }

  /// A page without anything yet.
  ///
  /// @param texts key before `.title` and `.text`
  public static Div empty(Component page, String id, String icon, String texts) {
    Div empty =
        new Div(
            new Icon("vaadin", icon),
            new H2(page.getTranslation(texts + ".title")),
            new Paragraph(page.getTranslation(texts + ".text")));
    empty.setId(id);
    empty.addClassName("shell-quiet");
    return empty;
  }
}
