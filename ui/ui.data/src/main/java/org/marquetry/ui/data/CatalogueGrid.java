package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Product;
import org.marquetry.ui.api.Formats;

/// The lines of the catalogue, read as they are scrolled to.
final class CatalogueGrid extends Grid<Product> {
  private static final long serialVersionUID = 1L;
  private static final int PHONE = 700;

  private final transient DataServices services;
  private final transient Supplier<CatalogueState> state;
  private transient volatile Window window = new Window(0, 1, List.of());
  private final transient Map<By, Column<Product>> ordered = new EnumMap<>(By.class);
  private final Column<Product> picture;
  private final Column<Product> category;
  private transient ProductWords words;

  CatalogueGrid(
      DataServices services, Supplier<CatalogueState> state, Consumer<CatalogueState> reorder) {
    this.services = services;
    this.state = state;
    words = new ProductWords(this, services.formats(Locale.ENGLISH));
    setId("catalogue-grid");
    setSizeFull();
    setSelectionMode(SelectionMode.NONE);
    addThemeVariants(GridVariant.LUMO_NO_BORDER);
    setDataProvider(
        new CallbackDataProvider<Product, Void>(
            q -> shown(q.getOffset(), q.getLimit()).stream(),
            q -> services.catalogue().page(state.get().page(0, 1)).found(),
            Product::id));
    picture =
        addComponentColumn(p -> words.picture(p, Picture.Size.THUMB, "mq-thumb"))
            .setFlexGrow(0)
            .setWidth("5rem");
    ordered.put(By.TITLE, addComponentColumn(this::name).setFlexGrow(4).setWidth("13rem"));
    category = addColumn(p -> words.category(p)).setFlexGrow(2).setWidth("9rem");
    number(By.PRICE, addColumn(p -> words.price(p)));
    number(By.STOCK, addComponentColumn(p -> words.stock(p)));
    number(By.SOLD, addColumn(p -> words.formats().number(p.sold())));
    number(By.RATING, addColumn(p -> words.rating(p)));
    ordered.forEach((by, column) -> column.setSortable(true).setSortProperty(by.name()));
    addSortListener(e -> {
      if (e.isFromClient()) {
        reorder.accept(order(e.getSortOrder(), state.get()));
      }
    });
  }

  /// What the grid read last.
  private record Window(int offset, int limit, List<Product> products) {}

  private List<Product> shown(int offset, int limit) {
    List<Product> products = read(offset, limit);
    window = new Window(offset, limit, products);
    return products;
  }

  /// Read what is on the screen again; nothing is shown.
  List<Product> look() {
    Window now = window;
    return read(now.offset, now.limit);
  }

  /// Show a look in the place of what is there, when the same products stand in the same places:
  /// rows must not move under somebody's eyes.
  void news(List<Product> look) {
    List<Product> shown = window.products;
    if (!look.equals(shown)
        && look.stream()
            .map(Product::id)
            .toList()
            .equals(shown.stream().map(Product::id).toList())) {
      getDataProvider().refreshAll();
    }
  }

  private List<Product> read(int offset, int limit) {
    List<Product> products = new ArrayList<>(limit);
    while (products.size() < limit) {
      int wanted = Math.min(limit - products.size(), Catalogue.MAX_PAGE);
      List<Product> got =
          services.catalogue().page(state.get().page(offset + products.size(), wanted)).products();
      products.addAll(got);
      if (got.size() < wanted) {
        break;
      }
    }
    return products;
  }

  private void number(By by, Column<Product> column) {
    ordered.put(by, column.setTextAlign(ColumnTextAlign.END).setFlexGrow(1).setWidth("7.5rem"));
  }

  private Component name(Product product) {
    Span kind = new Span(words.kind(product));
    kind.addClassName("mq-note");
    Div name = new Div(words.link(product), kind);
    name.addClassName("mq-stack");
    return name;
  }

  /// Mark the order that a state asks for.
  void mark(CatalogueState state) {
    SortDirection direction =
        state.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
    Optional.ofNullable(ordered.get(state.by()))
        .ifPresent(column -> sort(List.of(new GridSortOrder<>(column, direction))));
  }

  void translate(Formats now) {
    words = new ProductWords(this, now);
    ordered.forEach(
        (by, column) -> column.setHeader(getTranslation("data.column." + CatalogueState.word(by))));
    category.setHeader(getTranslation("data.column.category"));
    Span unseen = new Span(getTranslation("data.column.picture"));
    unseen.addClassName("mq-unseen");
    picture.setHeader(unseen);
  }

  /// Leave out what a phone has no room for.
  void narrow(int width) {
    boolean phone = width < PHONE;
    category.setVisible(!phone);
    for (By by : List.of(By.SOLD, By.RATING)) {
      Optional.ofNullable(ordered.get(by)).ifPresent(column -> column.setVisible(!phone));
    }
    picture.setWidth(phone ? "4rem" : "5rem");
    width(By.TITLE, phone ? "6.5rem" : "13rem");
    width(By.PRICE, phone ? "6.25rem" : "7.5rem");
    width(By.STOCK, phone ? "5.5rem" : "7.5rem");
  }

  private void width(By by, String width) {
    Optional.ofNullable(ordered.get(by)).ifPresent(column -> column.setWidth(width));
  }

  private static CatalogueState order(List<GridSortOrder<Product>> orders, CatalogueState state) {
    return orders.stream()
        .findFirst()
        .map(o ->
            state.withOrder(
                By.valueOf(
                    o.getSorted().getSortOrder(o.getDirection()).toList().getFirst().getSorted()),
                o.getDirection() == SortDirection.DESCENDING))
        .orElseGet(
            () -> state.withOrder(CatalogueState.FIRST.by(), CatalogueState.FIRST.descending()));
  }
}
