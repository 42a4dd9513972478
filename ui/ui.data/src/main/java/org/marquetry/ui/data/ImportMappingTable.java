package org.marquetry.ui.data;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.ui.api.Formats;

/// What each column is taken for: name, samples, meaning to be corrected, and how sure it is.
/// Beside it what a former import took the column of this name for, where that is another thing.
final class ImportMappingTable extends Div {
  private static final long serialVersionUID = 1L;
  private static final String UNUSED = "unknown";

  private final transient BiConsumer<Integer, Optional<String>> correct;

  /// @param correct told position and meaning; empty: leave it to the guess
  ImportMappingTable(BiConsumer<Integer, Optional<String>> correct) {
    this.correct = correct;
    setId("mapping");
    addClassName("mq-scroll");
    getElement().setAttribute("tabindex", "0");
  }

  /// @param meanings those that a column of this role can have
  /// @param former meaning by column name, of the file before; empty when there was none
  void show(
      ImportProposal proposal,
      List<String> meanings,
      Map<String, String> former,
      boolean editable,
      ImportWords words) {
    removeAll();
    NativeTable table = new NativeTable();
    table.addClassName("mq-table");
    NativeTableRow head = new NativeTableRow();
    for (String key : columns(former)) {
      head.add(new NativeTableHeaderCell(words.text("data.mapping." + key)));
    }
    table.add(new NativeTableHeader(head));
    NativeTableBody body = new NativeTableBody();
    proposal.columns().forEach(c -> body.add(row(c, meanings, former, editable, words)));
    Set<String> there =
        proposal.columns().stream().map(ImportProposal.Column::name).collect(Collectors.toSet());
    former.forEach((name, meaning) -> {
      if (!there.contains(name)) {
        body.add(gone(name, meaning, words));
      }
    });
    table.add(body);
    add(table);
  }

  private static List<String> columns(Map<String, String> former) {
    return former.isEmpty()
        ? List.of("column", "samples", "meaning", "confidence")
        : List.of("column", "samples", "former", "meaning", "confidence");
  }

  private NativeTableRow row(
      ImportProposal.Column column,
      List<String> meanings,
      Map<String, String> former,
      boolean editable,
      ImportWords words) {
    Span name = new Span(column.name());
    name.addClassName("mq-name");
    Span samples = new Span(String.join(" · ", column.samples()));
    samples.addClassNames("mq-note", "mq-samples");
    Span confidence = new Span(words.confidence(column.confidence()));
    confidence.addClassNames("mq-chip", words.isUnsure(column.confidence()) ? "mq-odd" : "mq-soft");
    NativeTableRow row = new NativeTableRow();
    row.setId("column-" + column.position());
    row.add(new NativeTableCell(name), new NativeTableCell(samples));
    if (!former.isEmpty()) {
      String before = former.get(column.name());
      Span was = new Span(before == null ? words.text("data.mapping.new") : words.meaning(before));
      was.addClassName(column.meaning().equals(before) ? "mq-note" : "mq-name");
      row.add(new NativeTableCell(was));
    }
    row.add(
        new NativeTableCell(
            editable ? choice(column, meanings, words) : new Span(words.meaning(column.meaning()))),
        new NativeTableCell(confidence));
    if (column.meaning().equals(UNUSED)) {
      row.addClassName("mq-unused");
    }
    return row;
  }

  /// A column that only the former file had.
  private static NativeTableRow gone(String name, String meaning, ImportWords words) {
    Span column = new Span(name);
    column.addClassName("mq-name");
    Span samples = new Span(words.text("data.mapping.gone"));
    samples.addClassName("mq-note");
    Span was = new Span(words.meaning(meaning));
    was.addClassName("mq-name");
    NativeTableRow row =
        new NativeTableRow(
            new NativeTableCell(column),
            new NativeTableCell(samples),
            new NativeTableCell(was),
            new NativeTableCell(Formats.UNKNOWN),
            new NativeTableCell(Formats.UNKNOWN));
    row.addClassNames("mq-unused", "mq-gone");
    return row;
  }

  private ComboBox<String> choice(
      ImportProposal.Column column, List<String> meanings, ImportWords words) {
    List<String> all = new ArrayList<>(meanings);
    for (String word : List.of(column.meaning(), "attribute", UNUSED)) {
      if (!all.contains(word)) {
        all.add(word);
      }
    }
    ComboBox<String> choice = new ComboBox<>();
    choice.setItemLabelGenerator(words::meaning);
    choice.setItems(all);
    choice.setValue(column.meaning());
    choice.setAriaLabel(words.text("data.mapping.of", column.name()));
    choice.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        correct.accept(column.position(), Optional.ofNullable(e.getValue()));
      }
    });
    return choice;
  }
}
