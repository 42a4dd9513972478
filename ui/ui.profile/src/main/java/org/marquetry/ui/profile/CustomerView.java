package org.marquetry.ui.profile;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// One customer: what is known, what it rests on, what was bought of each category, and everything
/// that happened. The address holds the customer and the trait that is opened.
final class CustomerView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final String BEHIND = "behind";
  private static final List<Trait> ABOUT =
      List.of(Traits.CITY, Traits.COUNTRY, Traits.LANGUAGE, Traits.GENDER, Traits.CONSENT_EMAIL);

  private final transient ProfileServices services;
  private transient Optional<CustomerId> customer = Optional.empty();
  private transient Optional<KnownCustomer> shown = Optional.empty();
  private transient Optional<Trait> behind = Optional.empty();
  private final Anchor back = new Anchor(CustomersPage.PATH, "");
  private final H1 name = new H1();
  private final Paragraph about = new Paragraph();
  private final Div actions = new Div();
  private final Div tiles = new Div();
  private final Div evidence = new Div();
  private final H2 categoriesTitle = new H2();
  private final CategoryBars categories = new CategoryBars();
  private final Div panels = new Div();
  private final H2 timelineTitle = new H2();
  private final Timeline timeline;

  CustomerView(ProfileServices services) {
    this.services = services;
    this.timeline = new Timeline(services);
    setId("customer");
    back.getElement().setAttribute("router-link", true);
    about.addClassName("shell-subtitle");
    about.setId("about");
    tiles.addClassName("mq-tiles");
    tiles.setId("traits");
    evidence.addClassName("shell-full");
    Div head = new Div(new Div(new Nav(back), name, about), actions);
    head.addClassName("shell-head");
    panels.addClassName("shell-full");
    Div facts = new Div(section(categoriesTitle, categories), panels);
    facts.addClassName("mq-side");
    Div body = new Div(section(timelineTitle, timeline), facts);
    body.addClassName("mq-columns");
    add(head, tiles, evidence, body);
    services.live().watch(this, PERIOD, this::look, this::refresh);
  }

  private static Div section(H2 title, com.vaadin.flow.component.Component content) {
    Div section = new Div(title, content);
    section.addClassName("shell-panel");
    return section;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    customer =
        event.getRouteParameters().get(CustomerAddress.PARAMETER).flatMap(CustomerAddress::read);
    behind =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(BEHIND)
            .flatMap(CustomerView::trait);
    shown = Optional.empty();
    shown = look();
    actions.removeAll();
    panels.removeAll();
    customer.ifPresent(c -> {
      timeline.of(c);
      actions.add(services.places().actions("customer", c.value()));
      panels.add(services.places().panels("customer", c.value(), Div::new));
    });
  }

  private static Optional<Trait> trait(String id) {
    return KnownCustomer.TILES.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  @Override
  public String getPageTitle() {
    return shown.map(KnownCustomer::called).orElseGet(() -> getTranslation("profile.unknown"));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("profile.customers")));
    categoriesTitle.setText(getTranslation("profile.categories"));
    timelineTitle.setText(getTranslation("profile.timeline"));
    show();
  }

  private Optional<KnownCustomer> look() {
    return customer.flatMap(c -> KnownCustomer.read(services.profiles(), c, shown));
  }

  private void refresh(Optional<KnownCustomer> now) {
    if (!now.equals(shown)) {
      shown = now;
      show();
    }
  }

  private void show() {
    Formats formats = new Formats(getLocale(), services.zone().zone());
    name.setText(getPageTitle());
    about.setText(shown.map(this::about).orElseGet(() -> getTranslation("profile.unknown.text")));
    tiles.removeAll();
    evidence.removeAll();
    shown.ifPresent(k -> {
      KnownCustomer.TILES.forEach(
          t -> tiles.add(new TraitTile(k, t, formats, behind.equals(Optional.of(t)), this::open)));
      behind.ifPresent(
          t -> evidence.add(new EvidencePanel(services, k, t, formats, () -> open(t))));
      categories.show(k.categories(), formats);
    });
    timeline.show(formats, shown.map(KnownCustomer::events).orElse(0));
  }

  private String about(KnownCustomer known) {
    StringBuilder text = new StringBuilder(getTranslation("profile.id", known.customer().value()));
    ABOUT.stream()
        .flatMap(t -> known.value(t).stream())
        .forEach(v -> text.append(" · ").append(TraitTile.words(this, v, getLocale())));
    return text.toString();
  }

  /// Open the events behind a trait, or close them.
  private void open(Trait trait) {
    behind = behind.equals(Optional.of(trait)) ? Optional.empty() : Optional.of(trait);
    Map<String, List<String>> query =
        behind.map(t -> Map.of(BEHIND, List.of(t.id()))).orElse(Map.of());
    customer.ifPresent(c ->
        getUI()
            .ifPresent(ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(
                        null, new Location(CustomerAddress.of(c), new QueryParameters(query)))));
    show();
  }

  @Override
  public ViewState save() {
    return new ViewState(
        Map.of(
            BEHIND,
            behind.map(Trait::id).orElse(""),
            "events",
            Integer.toString(timeline.length())));
  }

  @Override
  public void restore(ViewState state) {
    behind = state.get(BEHIND).flatMap(CustomerView::trait);
    state.get("events").map(Integer::valueOf).ifPresent(timeline::atLeast);
    show();
  }
}
