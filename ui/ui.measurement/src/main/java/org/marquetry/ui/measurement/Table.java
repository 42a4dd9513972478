package org.marquetry.ui.measurement;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/// A short table of texts, the first cell of each row its head.
final class Table extends NativeTable {
  private static final long serialVersionUID = 1L;

  private final transient List<String> heads;

  /// @param id of the element
  /// @param heads of the columns
  Table(String id, List<String> heads) {
    this.heads = heads;
    setId(id);
    addClassName("mq-table");
    NativeTableRow head = new NativeTableRow();
    heads.forEach(h -> head.add(column(h)));
    getHead().add(head);
  }

  private static NativeTableHeaderCell column(String text) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  /// Add a row.
  ///
  /// @param cells as many as there are columns
  Table row(List<String> cells) {
    NativeTableRow row = new NativeTableRow();
    for (int i = 0; i < cells.size(); i++) {
      NativeTableCell cell = new NativeTableCell(cells.get(i));
      cell.getElement().setAttribute("data-head", heads.get(i)); // for narrow windows
      row.add(cell);
    }
    getBody().add(row);
    return this;
  }
}
