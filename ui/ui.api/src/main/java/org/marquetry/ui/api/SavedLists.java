package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.marquetry.shop.api.Saved;

/// The two lists that pages of things kept in versions have: every version of one thing, and the
/// things that were deleted. Both lead the way back.
///
/// @param <S> one version
/// @param page in whose language they are
/// @param names of actors by id
/// @param mayRestore whether the user may take something back
/// @param restore takes a version back
public record SavedLists<S extends Saved>(
    Component page,
    Formats formats,
    UnaryOperator<String> names,
    boolean mayRestore,
    Consumer<S> restore) {

  /// Every version.
  ///
  /// @param newestFirst at least one
  /// @param content of a version: one that is as the newest is not taken back
  /// @param what a version changed
  public List<Component> history(
      List<S> newestFirst, Function<S, ?> content, Function<S, String> what) {
    Grid<S> grid = Lists.grid("history-grid");
    grid.addColumn(Saved::version).setHeader(text("version")).setWidth("5rem").setFlexGrow(0);
    Grid.Column<S> by = times(grid);
    grid.addColumn(what::apply).setHeader(text("what")).setFlexGrow(3);
    Lists.inWideWindows(grid, by);
    if (mayRestore) {
      grid.addComponentColumn(s -> back(s, newestFirst.getFirst(), content))
          .setHeader(text("actions"));
    }
    grid.setItems(newestFirst);
    return List.of(new H2(text("history")), grid);
  }

  /// What made a version.
  public String act(S version) {
    return text("act." + version.act().name().toLowerCase(Locale.ROOT));
  }

  /// What was deleted; nothing where nothing was.
  ///
  /// @param title translated
  /// @param address of a thing's page, by its id
  public List<Component> deleted(String title, List<S> gone, UnaryOperator<String> address) {
    if (gone.isEmpty()) {
      return List.of();
    }
    Grid<S> grid = Lists.grid("deleted-grid");
    grid.addComponentColumn(s -> Lists.link(address.apply(s.id()), s.name()))
        .setHeader(text("name"));
    times(grid);
    if (mayRestore) {
      grid.addComponentColumn(s -> Lists.action(text("restore"), s.name(), () -> restore.accept(s)))
          .setHeader(text("actions"));
    }
    grid.setItems(gone);
    return List.of(new H2(title), grid);
  }

  private Grid.Column<S> times(Grid<S> grid) {
    grid.addColumn(s -> formats.dateTime(s.at())).setHeader(text("when"));
    return grid.addColumn(s -> names.apply(s.by())).setHeader(text("by"));
  }

  private Component back(S version, S newest, Function<S, ?> content) {
    Div place = new Div();
    boolean other = newest.isDeleted() || !content.apply(version).equals(content.apply(newest));
    if (version.version() < newest.version() && !version.isDeleted() && other) {
      place.add(
          Lists.action(
              text("restore"),
              text("version") + " " + version.version(),
              () -> restore.accept(version)));
    }
    return place;
  }

  private String text(String key) {
    return page.getTranslation("shell.saved." + key);
  }
}
