package org.marquetry.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CatalogueQuery.Stock;
import org.marquetry.data.api.Product;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.ProductAddress;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;
import org.marquetry.ui.api.WindowWidth;

/// All products: search, category, stock, order, and one line each. The address holds them.
final class CatalogueView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private final transient DataServices services;
  private transient volatile CatalogueState state = CatalogueState.FIRST;
  private final H1 title = new H1();
  private final Paragraph count = new Paragraph();
  private final TextField search = new TextField();
  private final ComboBox<String> category = new ComboBox<>();
  private final Select<Stock> stock = new Select<>();
  private final Button pictures = new Button(new Icon("vaadin", "picture"));
  private final Div place = new Div();
  private final Paragraph legend = new Paragraph();
  private final CatalogueGrid grid;
  private int shown = -1;

  /// What is there now of what is on the screen.
  ///
  /// @param failed addresses of pictures that could not be read
  private record Look(int found, List<Product> products, int failed) {}

  CatalogueView(DataServices services) {
    this.services = services;
    this.grid = new CatalogueGrid(services, () -> state, this::change);
    setId("catalogue");
    setSizeFull();
    count.setId("count");
    count.addClassName("shell-subtitle");
    legend.addClassName("shell-subtitle");
    place.addClassName("mq-fill");
    search.setId("search");
    search.setClearButtonVisible(true);
    search.setPrefixComponent(new Icon("vaadin", "search"));
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(e -> change(state.withSearch(e.getValue().strip())));
    category.setId("category");
    category.setClearButtonVisible(true);
    category.addValueChangeListener(
        e -> change(state.withCategory(Optional.ofNullable(e.getValue()))));
    stock.setId("stock");
    stock.setEmptySelectionAllowed(true);
    stock.setItems(Stock.values());
    stock.addValueChangeListener(e -> change(state.withStock(Optional.ofNullable(e.getValue()))));
    pictures.setId("open-pictures");
    pictures.setVisible(Actor.current().may(Catalogue.WRITE));
    pictures.addClickListener(
        e -> new PicturesDialog(services, services.formats(getLocale())).open());
    Div tools = new Div(search, category, stock, pictures);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(title, count), tools);
    head.addClassName("shell-head");
    add(head, place, legend);
    WindowWidth.follow(this, grid::narrow);
    services.live().watch(this, PERIOD, () -> new Look(found(), grid.look(), failed()), this::news);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    take(CatalogueState.of(event.getLocation().getQueryParameters()));
  }

  private void take(CatalogueState wanted) {
    state = wanted;
    category.setItems(categories());
    search.setValue(wanted.search());
    category.setValue(wanted.category().orElse(null));
    stock.setValue(wanted.stock().orElse(null));
    grid.mark(wanted);
  }

  private List<String> categories() {
    return services.catalogue().categories();
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("data.catalogue"));
    search.setPlaceholder(getTranslation("data.search"));
    search.setAriaLabel(getTranslation("data.search"));
    category.setPlaceholder(getTranslation("data.category.all"));
    category.setAriaLabel(getTranslation("data.column.category"));
    stock.setPlaceholder(getTranslation("data.stock.all"));
    stock.setEmptySelectionCaption(getTranslation("data.stock.all"));
    stock.setAriaLabel(getTranslation("data.column.stock"));
    stock.setItemLabelGenerator(s ->
        s == null
            ? getTranslation("data.stock.all")
            : getTranslation("data.stock." + CatalogueState.word(s)));
    pictures(failed());
    legend.setText(getTranslation("data.legend", Formats.UNKNOWN));
    grid.translate(services.formats(event.getLocale()));
    show(found());
  }

  private int failed() {
    return services.catalogue().pictureWork().failures().size();
  }

  private void pictures(int failed) {
    pictures.setText(
        failed == 0
            ? getTranslation("data.pictures.open")
            : getTranslation("data.pictures.open.failed", failed));
  }

  private int found() {
    return services.catalogue().page(state.page(0, 1)).found();
  }

  private void show(int found) {
    shown = found;
    boolean empty = found == 0 && state.isAll();
    count.setText(
        getTranslation(
            state.isAll() ? "data.count" : "data.count.found",
            found,
            services.formats(getLocale()).number(found)));
    place.removeAll();
    place.add(empty ? nothing() : grid);
    List.of(search, category, stock, legend).forEach(part -> part.setVisible(!empty));
    grid.setEmptyStateText(getTranslation("data.none"));
    grid.getDataProvider().refreshAll();
  }

  private void news(Look look) {
    pictures(look.failed);
    if (look.found != shown) {
      show(look.found);
    } else {
      grid.news(look.products);
    }
  }

  private Div nothing() {
    Div empty =
        new Div(
            new Icon("vaadin", "grid-small"),
            new H2(getTranslation("data.empty.title")),
            new Paragraph(getTranslation("data.empty.text")));
    empty.setId("no-products");
    empty.addClassName("shell-quiet");
    return empty;
  }

  private void change(CatalogueState wanted) {
    if (wanted.equals(state)) {
      return;
    }
    state = wanted;
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(null, new Location(ProductAddress.LIST, state.toAddress())));
    show(found());
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("address", state.toAddress().getQueryString()));
  }

  @Override
  public void restore(ViewState kept) {
    kept.get("address")
        .map(address -> CatalogueState.of(new Location("?" + address).getQueryParameters()))
        .ifPresent(former -> {
          take(former);
          show(found());
        });
  }
}
