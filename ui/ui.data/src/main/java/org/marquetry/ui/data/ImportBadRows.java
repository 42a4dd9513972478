package org.marquetry.ui.data;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.InputStream;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.QuarantinedRow;

/// The rows that were not loaded, each with its place and reason, and the file to put them right
/// in.
final class ImportBadRows extends Div {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 1000;

  private final transient Imports imports;

  ImportBadRows(Imports imports) {
    this.imports = imports;
    setId("bad-rows");
    addClassNames("shell-panel", "mq-whole");
  }

  /// @param loaded whether they were left out or would be
  void show(String id, ImportStatus status, boolean loaded, ImportWords words) {
    long bad = status.counts().bad();
    removeAll();
    setVisible(bad > 0);
    if (bad == 0) {
      return;
    }
    Div head =
        new Div(
            new H2(
                words.text(
                    loaded ? "data.bad" : "data.bad.would", bad, words.formats().number(bad))));
    head.add(file(id, status.name(), words));
    head.addClassName("shell-head");
    Paragraph how = new Paragraph(words.text("data.bad.how"));
    how.addClassName("shell-subtitle");
    add(head, how, grid(id, bad, words));
  }

  private Anchor file(String id, String fileName, ImportWords words) {
    String name = "errors-" + fileName.replaceAll("[^\\p{L}\\p{N}._-]", "_") + ".csv";
    DownloadHandler handler =
        DownloadHandler.fromInputStream(event ->
            new DownloadResponse(
                new ErrorFileStream(imports, id),
                name.replaceAll("\\.csv\\.csv$", ".csv"),
                "text/csv; charset=UTF-8",
                -1));
    Anchor link = new Anchor(handler, "");
    link.setId("error-file");
    link.getElement().setAttribute("download", true);
    link.add(new Icon("vaadin", "download-alt"), new Span(words.text("data.bad.file")));
    link.addClassName("mq-button");
    return link;
  }

  private Grid<QuarantinedRow> grid(String id, long bad, ImportWords words) {
    Grid<QuarantinedRow> grid = new Grid<>();
    grid.setId("bad-grid");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(
        GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.addColumn(r -> words.formats().number(r.row()))
        .setHeader(words.text("data.bad.row"))
        .setWidth("5rem")
        .setFlexGrow(0);
    grid.addColumn(r -> r.column().orElse(""))
        .setHeader(words.text("data.bad.column"))
        .setWidth("6rem")
        .setFlexGrow(1);
    grid.addColumn(r -> words.reason(r.code(), r.reason()))
        .setHeader(words.text("data.bad.reason"))
        .setWidth("9rem")
        .setFlexGrow(3);
    grid.addColumn(QuarantinedRow::value)
        .setHeader(words.text("data.bad.value"))
        .setWidth("6rem")
        .setFlexGrow(2);
    grid.setDataProvider(
        new CallbackDataProvider<QuarantinedRow, Void>(
            q ->
                imports.quarantine(id, q.getOffset(), Math.min(PAGE, q.getLimit())).rows().stream(),
            q -> (int) Math.min(Integer.MAX_VALUE, imports.quarantine(id, 0, 1).total()),
            QuarantinedRow::row));
    if (bad <= 10) {
      grid.setAllRowsVisible(true);
    }
    return grid;
  }

  /// The error file, part by part.
  private static final class ErrorFileStream extends InputStream {
    private final Imports imports;
    private final String id;
    private byte[] part = {};
    private int at;
    private long offset;

    ErrorFileStream(Imports imports, String id) {
      this.imports = imports;
      this.id = id;
    }

    @Override
    public int read() {
      return more() ? part[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (!more()) {
        return -1;
      }
      int n = Math.min(length, part.length - at);
      System.arraycopy(part, at, to, from, n);
      at += n;
      return n;
    }

    private boolean more() {
      if (at == part.length) {
        part = imports.errorFile(id, offset, 1 << 20);
        offset += part.length;
        at = 0;
      }
      return part.length > 0;
    }
  }
}
