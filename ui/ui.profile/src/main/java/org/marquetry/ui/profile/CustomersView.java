package org.marquetry.ui.profile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinRequest;
import java.time.Duration;
import java.util.Map;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;
import org.marquetry.ui.api.WindowWidth;

/// All customers: search, order, and one line each. The address holds search and order.
final class CustomersView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final transient ProfileServices services;
  private final transient CustomerRows rows;
  private transient CustomersQuery query = CustomersQuery.FIRST;
  private final H1 title = new H1();
  private final Paragraph count = new Paragraph();
  private final TextField search = new TextField();
  private final Button fresh = new Button(new Icon("vaadin", "refresh"));
  private final Div place = new Div();
  private final Paragraph legend = new Paragraph();
  private final CustomerGrid grid;

  CustomersView(ProfileServices services) {
    this.services = services;
    this.rows = new CustomerRows(services.profiles());
    this.grid = new CustomerGrid(rows, () -> query, this::order);
    setId("customers");
    setSizeFull();
    count.setId("count");
    count.addClassName("shell-subtitle");
    legend.addClassName("shell-subtitle");
    search.setId("search");
    search.setClearButtonVisible(true);
    search.setPrefixComponent(new Icon("vaadin", "search"));
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(e -> search(e.getValue()));
    fresh.setId("fresh");
    fresh.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    fresh.addClickListener(e -> show());
    fresh.setVisible(false);
    Div tools = new Div(fresh, search);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(title, count), tools);
    head.addClassName("shell-head");
    place.addClassName("mq-fill");
    add(head, place, legend);
    WindowWidth.follow(this, grid::narrow);
    services.live().watch(this, PERIOD, rows::look, this::news);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    query = CustomersQuery.of(event.getLocation().getQueryParameters());
    search.setValue(query.search());
    grid.mark(query);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("profile.customers"));
    search.setPlaceholder(getTranslation("profile.search"));
    search.setAriaLabel(getTranslation("profile.search"));
    fresh.setText(getTranslation("profile.fresh"));
    legend.setText(getTranslation("profile.legend", Formats.UNKNOWN));
    grid.translate(new Formats(event.getLocale(), services.zone().zone()));
    show();
  }

  /// Read anew what the query asks for.
  private void show() {
    fresh.setVisible(false);
    int found = rows.count(query);
    count();
    boolean empty = found == 0 && query.search().isEmpty();
    place.removeAll();
    place.add(empty ? new NoCustomers(VaadinRequest.getCurrent(), services) : grid);
    legend.setVisible(!empty);
    search.setVisible(!empty);
    grid.setEmptyStateText(getTranslation("profile.none", query.search()));
    grid.getDataProvider().refreshAll();
  }

  private void count() {
    Formats formats = new Formats(getLocale(), services.zone().zone());
    int found = rows.known();
    count.setText(
        getTranslation(
            query.search().isEmpty() ? "profile.count" : "profile.count.found",
            found,
            formats.number(found)));
  }

  private void news(CustomerRows.Look look) {
    boolean wasEmpty = rows.known() == 0;
    switch (rows.news(look)) {
      case NONE -> {}
      case FIGURES -> {
        if (wasEmpty) {
          show();
        } else {
          grid.getDataProvider().refreshAll();
        }
      }
      case ORDER -> fresh.setVisible(true);
    }
    rows.known(look.count());
    count();
  }

  private void search(String text) {
    change(query.withSearch(text.strip()));
  }

  private void order(CustomersQuery wanted) {
    change(wanted);
  }

  private void change(CustomersQuery wanted) {
    if (wanted.equals(query)) {
      return;
    }
    query = wanted;
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(null, new Location(CustomersPage.PATH, query.toAddress())));
    show();
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("address", query.toAddress().getQueryString()));
  }

  @Override
  public void restore(ViewState state) {
    state
        .get("address")
        .map(address -> CustomersQuery.of(new Location("?" + address).getQueryParameters()))
        .ifPresent(kept -> {
          grid.mark(kept);
          search.setValue(kept.search());
          change(kept);
        });
  }
}
