package org.marquetry.ui.profile;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marquetry.profile.api.CustomerPage.By;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;

/// The lines of the list, read as they are scrolled to.
final class CustomerGrid extends Grid<CustomerRow> {
  private static final long serialVersionUID = 1L;
  private static final int PHONE = 700;
  private static final Set<By> WIDE = Set.of(By.ORDERS, By.FIRST_ORDER, By.LAST_ACTIVITY);

  private final transient Map<By, Column<CustomerRow>> ordered = new EnumMap<>(By.class);
  private final Column<CustomerRow> category;
  private transient Formats formats = new Formats(Locale.ENGLISH, ZoneOffset.UTC);

  CustomerGrid(
      CustomerRows rows, Supplier<CustomersQuery> query, Consumer<CustomersQuery> reorder) {
    setId("customer-grid");
    setSizeFull();
    setSelectionMode(SelectionMode.NONE);
    addThemeVariants(GridVariant.LUMO_NO_BORDER);
    setDataProvider(
        new CallbackDataProvider<CustomerRow, Void>(
            q -> rows.read(query.get(), q.getOffset(), q.getLimit()),
            q -> rows.count(query.get()),
            CustomerRow::customer));
    ordered.put(By.ID, addComponentColumn(this::link).setFlexGrow(3).setWidth("11rem"));
    number(By.NET_REVENUE, r -> r.net().map(formats::money).orElse(Formats.UNKNOWN));
    number(
        By.ORDERS,
        r ->
            r.orders().isPresent()
                ? formats.number((long) r.orders().getAsDouble())
                : Formats.UNKNOWN);
    number(By.FIRST_ORDER, r -> r.firstOrder().map(formats::date).orElse(Formats.UNKNOWN));
    number(By.LAST_ORDER, r -> r.lastOrder().map(formats::date).orElse(Formats.UNKNOWN));
    number(By.LAST_ACTIVITY, this::activity);
    category = addColumn(r -> r.category().orElse(Formats.UNKNOWN)).setFlexGrow(2).setWidth("9rem");
    ordered.forEach((by, column) -> column.setSortable(true).setSortProperty(by.name()));
    addSortListener(e -> {
      if (e.isFromClient()) {
        reorder.accept(order(e.getSortOrder(), query.get()));
      }
    });
  }

  /// Mark the order that a query asks for.
  void mark(CustomersQuery query) {
    SortDirection direction =
        query.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
    Optional.ofNullable(ordered.get(query.by()))
        .ifPresent(column -> sort(List.of(new GridSortOrder<>(column, direction))));
  }

  void translate(Formats now) {
    formats = now;
    ordered.forEach((by, column) ->
        column.setHeader(getTranslation("profile.column." + by.name().toLowerCase(Locale.ROOT))));
    category.setHeader(getTranslation("profile.column.category"));
  }

  /// Leave out what a phone has no room for.
  void narrow(int width) {
    boolean phone = width < PHONE;
    ordered.forEach((by, column) -> column.setVisible(!phone || !WIDE.contains(by)));
    category.setVisible(!phone);
    width(By.ID, phone ? "7.5rem" : "11rem");
    width(By.NET_REVENUE, phone ? "6.75rem" : "8.5rem");
    width(By.LAST_ORDER, phone ? "7.25rem" : "8.5rem");
  }

  private void width(By by, String width) {
    Optional.ofNullable(ordered.get(by)).ifPresent(column -> column.setWidth(width));
  }

  private void number(By by, ValueProvider<CustomerRow, Object> text) {
    ordered.put(
        by, addColumn(text).setTextAlign(ColumnTextAlign.END).setFlexGrow(1).setWidth("8.5rem"));
  }

  private Anchor link(CustomerRow row) {
    Anchor link = new Anchor(CustomerAddress.of(row.customer()), row.called());
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private String activity(CustomerRow row) {
    if (row.quietDays().isEmpty()) {
      return Formats.UNKNOWN;
    }
    long days = (long) row.quietDays().getAsDouble();
    return getTranslation("profile.daysAgo", days, formats.number(days));
  }

  private static CustomersQuery order(
      List<GridSortOrder<CustomerRow>> orders, CustomersQuery query) {
    return orders.stream()
        .findFirst()
        .map(o ->
            query.withOrder(
                By.valueOf(
                    o.getSorted().getSortOrder(o.getDirection()).toList().getFirst().getSorted()),
                o.getDirection() == SortDirection.DESCENDING))
        .orElseGet(
            () -> query.withOrder(CustomersQuery.FIRST.by(), CustomersQuery.FIRST.descending()));
  }
}
