package org.marquetry.ui.shell;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;

/// One part of the system page: a table that follows what happens, or a word when it is empty.
///
/// @param <T> a row: a record, so that the same rows are seen as the same
abstract class Part<T> extends Div {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final Grid<T> grid = new Grid<>();
  private final Paragraph none = new Paragraph();

  /// @param id of the table
  Part(String id, PageServices services) {
    grid.setId(id);
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    none.addClassName("shell-subtitle");
    addClassName("mq-whole");
    add(grid, none);
    services.live().watch(this, PERIOD, this::rows, this::show);
  }

  /// Read the rows of now.
  abstract List<T> rows();

  /// What stands there without rows.
  abstract String empty();

  final Grid<T> grid() {
    return grid;
  }

  /// Show the rows of now for the first time, once the columns are there.
  final void begin() {
    show(rows());
  }

  private void show(List<T> rows) {
    grid.setItems(rows);
    grid.setVisible(!rows.isEmpty());
    none.setText(rows.isEmpty() ? empty() : "");
    none.setVisible(rows.isEmpty());
  }

  final String number(long n) {
    return String.format(getLocale(), "%,d", n);
  }

  static String shortened(String name) {
    return name.replace("org.marquetry.", "");
  }

  /// A state in a word, marked when somebody should look.
  static Span chip(String text, boolean bad) {
    Span chip = new Span(text);
    chip.addClassNames("mq-chip", bad ? "mq-odd" : "mq-strong");
    return chip;
  }
}
