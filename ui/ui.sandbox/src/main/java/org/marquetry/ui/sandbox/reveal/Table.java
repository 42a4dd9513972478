package org.marquetry.ui.sandbox.reveal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// A table of a few rows; wide ones scroll by themselves.
final class Table extends Div {
  private static final long serialVersionUID = 1L;

  private final NativeTableBody body = new NativeTableBody();

  Table(String id, String name, List<String> columns) {
    setId(id);
    addClassName("mq-scroll");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", name);
    NativeTable table = new NativeTable();
    table.addClassName("mq-table");
    NativeTableRow head = new NativeTableRow();
    columns.forEach(column -> head.add(new NativeTableHeaderCell(column)));
    table.add(new NativeTableHeader(head), body);
    add(table);
  }

  void row(String... cells) {
    row(List.of(cells).stream().map(Span::new).toArray(Component[]::new));
  }

  void row(Component... cells) {
    NativeTableRow row = new NativeTableRow();
    for (Component cell : cells) {
      row.add(new NativeTableCell(cell));
    }
    body.add(row);
  }
}
