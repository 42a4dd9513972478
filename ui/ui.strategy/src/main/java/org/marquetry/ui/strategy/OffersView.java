package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.SavedLists;
import org.marquetry.ui.api.Told;

/// The offers, and the deleted ones with the way back.
final class OffersView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final transient OfferServices services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button add = new Button();
  private final LivePart<List<Line>> list = new LivePart<>(this::list);
  private final LivePart<List<SavedOffer>> deleted = new LivePart<>(this::deleted);

  /// @param codes of an offer that gives each person one
  private record Line(SavedOffer saved, Optional<OfferCodes> codes) {}

  /// What the page shows.
  private record Look(List<Line> offers, List<SavedOffer> deleted) {}

  OffersView(OfferServices services) {
    this.services = services;
    setId("offers");
    about.addClassName("shell-subtitle");
    add.setId("add-offer");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(OfferServices.mayWrite());
    add.addClickListener(e ->
        new OfferDialog(
                services,
                Optional.empty(),
                saved -> getUI().ifPresent(ui -> ui.navigate(OfferPage.address(saved.id()))))
            .open());
    Div head = new Div(new Div(title, about), add);
    head.addClassName("shell-head");
    Div place = new Div(list, deleted);
    place.addClassName("mq-whole");
    add(head, place);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  private Look look() {
    return new Look(
        services.offers().list().stream().map(this::line).toList(), services.offers().deleted());
  }

  private Line line(SavedOffer saved) {
    return new Line(
        saved,
        saved.offer().coupon() instanceof Coupon.Each()
            ? Optional.of(services.offers().codes(saved.id()))
            : Optional.empty());
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.offers"));
    about.setText(getTranslation("strategy.offers.about"));
    add.setText(getTranslation("strategy.offer.new"));
    show(look());
  }

  private void show(Look look) {
    list.show(look.offers);
    deleted.show(look.deleted);
  }

  private List<Component> list(List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of(Lists.empty(this, "no-offers", "gift", "strategy.offers.empty"));
    }
    OfferWords words = new OfferWords(this, services.formats(getLocale()));
    Grid<Line> grid = Lists.grid("offer-grid");
    grid.addComponentColumn(l -> Lists.link(OfferPage.address(l.saved.id()), l.saved.name()))
        .setHeader(getTranslation("strategy.offer.name"))
        .setWidth("9rem")
        .setFlexGrow(2);
    grid.addColumn(l -> words.benefit(l.saved.offer().benefit()))
        .setHeader(getTranslation("strategy.offer.benefit"))
        .setWidth("9rem")
        .setFlexGrow(2);
    Grid.Column<Line> validity =
        grid.addColumn(l -> words.validity(l.saved.offer()))
            .setHeader(getTranslation("strategy.offer.validity"))
            .setWidth("9rem")
            .setFlexGrow(1);
    Grid.Column<Line> code =
        grid.addColumn(l -> words.coupon(l.saved.offer().coupon(), l.codes))
            .setHeader(getTranslation("strategy.offer.coupon"))
            .setWidth("9rem")
            .setFlexGrow(1);
    Lists.inWideWindows(grid, validity, code);
    grid.setItems(lines);
    return List.of(grid);
  }

  private List<Component> deleted(List<SavedOffer> gone) {
    return new SavedLists<SavedOffer>(
            this,
            services.formats(getLocale()),
            services.colleagues().names(getLocale()),
            OfferServices.mayWrite(),
            s -> {
              Told.when(this, () -> services.offers().restore(s.id(), s.version()));
              show(look());
            })
        .deleted(getTranslation("strategy.offers.deleted"), gone, OfferPage::address);
  }
}
