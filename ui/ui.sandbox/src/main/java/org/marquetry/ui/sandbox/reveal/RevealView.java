package org.marquetry.ui.sandbox.reveal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.sandbox.reveal.CustomerTruth.One;
import org.marquetry.ui.sandbox.reveal.ShopTruth.Whole;

/// The shop's truth, and that of the customer in the address. It takes a moment to be worked out,
/// and is worked out anew when the shop's day changes.
final class RevealView extends VerticalLayout implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final transient RevealPage.Services services;
  private final H1 title = new H1();
  private final Paragraph mark = new Paragraph();
  private final ProgressBar working = new ProgressBar();
  private final Div shopPlace = new Div();
  private final H2 customerTitle = new H2();
  private final ComboBox<Profile> search = new ComboBox<>();
  private final Div customerPlace = new Div();
  private transient volatile @Nullable CustomerId wanted;
  private transient volatile @Nullable Shown found;

  /// What the page shows, as of one day.
  private record Shown(
      LocalDate day, Optional<Whole> shop, @Nullable CustomerId customer, Optional<One> one) {}

  RevealView(RevealPage.Services services) {
    this.services = services;
    setId("reveal");
    mark.setId("mark");
    mark.addClassNames("shell-sample", "mq-whole");
    working.setIndeterminate(true);
    working.setId("working");
    shopPlace.setId("shop-truth");
    shopPlace.addClassName("mq-whole");
    search.setId("customer");
    search.setWidth("min(100%, 24rem)");
    search.setItemLabelGenerator(RevealView::called);
    search.setItems(query ->
        services
            .profiles()
            .page(
                new CustomerPage(
                    query.getFilter().orElse(""),
                    CustomerPage.By.ORDERS,
                    true,
                    query.getOffset(),
                    Math.min(query.getLimit(), LiveProfiles.MAX_PAGE)))
            .stream());
    search.addValueChangeListener(e -> {
      if (e.isFromClient() && e.getValue() != null) {
        e.getSource()
            .getUI()
            .ifPresent(ui ->
                ui.navigate(
                    RevealPage.PATH + "/" + CustomerAddress.segment(e.getValue().customer())));
      }
    });
    customerPlace.setId("customer-truth");
    customerPlace.addClassName("mq-whole");
    Div customer = new Div(customerTitle, search, customerPlace);
    customer.addClassName("mq-whole");
    add(title, mark, working, shopPlace, customer);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  private static String called(Profile profile) {
    String id = profile.customer().value();
    return profile.text(Traits.NAME).map(name -> name + " · " + id).orElse(id);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    wanted =
        event
            .getRouteParameters()
            .get(CustomerAddress.PARAMETER)
            .flatMap(CustomerAddress::read)
            .orElse(null);
    Shown now = found;
    working.setVisible(now == null || !Objects.equals(now.customer, wanted));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("sandbox.reveal"));
    mark.setText(getTranslation("sandbox.reveal.mark"));
    working.getElement().setAttribute("aria-label", getTranslation("sandbox.reveal.working"));
    customerTitle.setText(getTranslation("sandbox.reveal.customer"));
    search.setLabel(getTranslation("sandbox.reveal.search"));
    show();
  }

  private Shown look() {
    CustomerId customer = wanted;
    LocalDate today = services.zone().today();
    Shown before = found;
    boolean same = before != null && before.day.equals(today) && before.shop.isPresent();
    if (before != null && same && Objects.equals(before.customer, customer)) {
      return before;
    }
    Optional<Whole> shop = before != null && same ? before.shop : services.shop().whole();
    Optional<One> one =
        customer == null || shop.isEmpty()
            ? Optional.empty()
            : services.customers().about(customer);
    return new Shown(today, shop, customer, one);
  }

  private void show(Shown now) {
    found = now;
    show();
  }

  private void show() {
    Shown now = found;
    shopPlace.removeAll();
    customerPlace.removeAll();
    if (now == null) {
      return;
    }
    working.setVisible(!Objects.equals(now.customer, wanted));
    Formats formats = new Formats(getLocale(), services.zone().zone());
    if (now.shop.isEmpty()) {
      shopPlace.add(note("sandbox.reveal.none"));
      return;
    }
    RevealTables tables = new RevealTables(this, formats);
    shopPlace.add(tables.shop(now.shop.get()));
    if (now.customer == null) {
      customerPlace.add(note("sandbox.reveal.choose"));
    } else if (now.one.isEmpty()) {
      customerPlace.add(note("sandbox.reveal.unknown"));
    } else {
      customerPlace.add(tables.customer(now.customer, now.one.get()));
    }
  }

  private Component note(String key) {
    Paragraph note = new Paragraph(getTranslation(key));
    note.addClassName("shell-subtitle");
    return note;
  }
}
