package org.marquetry.ui.measurement;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureRow;
import org.marquetry.insight.api.Figures;
import org.marquetry.shop.api.OrderId;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;

/// The rows that a day's figure rests on, read as they are scrolled to.
final class FigureRowsGrid extends Grid<FigureRow> {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 10;

  FigureRowsGrid(FiguresSource source, Figure figure, LocalDate day, int count, FigureWords words) {
    Formats formats = words.formats();
    setId("rows");
    setSelectionMode(SelectionMode.NONE);
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    addColumn(r -> formats.time(r.at()))
        .setHeader(getTranslation("measurement.column.time"))
        .setWidth("5rem")
        .setFlexGrow(0);
    addComponentColumn(FigureRowsGrid::customer)
        .setHeader(getTranslation("measurement.column.customer"))
        .setWidth("8rem");
    if (figure != Figure.ACTIVE_CUSTOMERS) {
      addColumn(r -> r.order().map(OrderId::value).orElse(Formats.UNKNOWN))
          .setHeader(getTranslation("measurement.column.order"))
          .setWidth("8rem");
    }
    if (figure == Figure.NET_REVENUE) {
      addColumn(r -> r.title().orElse(Formats.UNKNOWN))
          .setHeader(getTranslation("measurement.column.product"))
          .setWidth("9rem")
          .setFlexGrow(3);
    }
    addColumn(r ->
            r.quantity().isPresent() ? formats.number(r.quantity().getAsDouble()) : Formats.UNKNOWN)
        .setHeader(
            getTranslation(
                figure == Figure.ACTIVE_CUSTOMERS
                    ? "measurement.column.events"
                    : "measurement.column.quantity"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6rem");
    addColumn(r -> words.value(figure, r.counts()))
        .setHeader(getTranslation("measurement.column.counts"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("7rem");
    setItems(
        DataProvider.fromCallbacks(
            q -> read(source, figure, day, q),
            q -> {
              return count;
            }));
    setHeight(3 + 2.4 * Math.min(MOST_SHOWN, count) + "rem");
  }

  private static Stream<FigureRow> read(
      FiguresSource source, Figure figure, LocalDate day, Query<FigureRow, Void> query) {
    int limit = Math.min(Figures.MAX_PAGE, query.getLimit());
    return source.ask(f -> f.rows(figure, day, query.getOffset(), limit))
            instanceof Source.Answer.Told<List<FigureRow>>(var rows)
        ? rows.stream()
        : Stream.empty();
  }

  private static com.vaadin.flow.component.Component customer(FigureRow row) {
    if (row.customer().isEmpty()) {
      return new Span(Formats.UNKNOWN);
    }
    Anchor link =
        new Anchor(CustomerAddress.of(row.customer().get()), row.customer().get().value());
    link.getElement().setAttribute("router-link", true);
    return link;
  }
}
