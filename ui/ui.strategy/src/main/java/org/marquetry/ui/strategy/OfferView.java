package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.OfferFinding;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.shop.api.Saved;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.SavedLists;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.Told;
import org.marquetry.ui.api.ViewState;

/// One offer: what it is, what speaks against it now, its codes, its versions.
final class OfferView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final double USUAL_MARGIN = 30; // percent

  private final transient OfferServices services;
  private String id = "";
  private transient Optional<SavedOffer> shown = Optional.empty();
  private final Anchor back = new Anchor(OffersPage.PATH, "");
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button change = new Button();
  private final Button delete = new Button();
  private final Div understanding = new Div();
  private final H2 termsTitle = new H2();
  private final NumberField margin = new NumberField();
  private final LivePart<SavedOffer> terms = new LivePart<>(this::terms);
  private final LivePart<List<OfferFinding>> findings = new LivePart<>(this::findings);
  private final LivePart<Optional<OfferCodes>> codes = new LivePart<>(this::codes);
  private final LivePart<List<SavedOffer>> history = new LivePart<>(this::history);

  /// What the page shows.
  ///
  /// @param codes of an offer that gives each person one
  private record Look(
      SavedOffer saved,
      List<OfferFinding> findings,
      Optional<OfferCodes> codes,
      List<SavedOffer> history) {}

  OfferView(OfferServices services) {
    this.services = services;
    setId("offer");
    back.getElement().setAttribute("router-link", true);
    about.setId("sentence");
    about.addClassName("shell-subtitle");
    change.setId("change-offer");
    change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    change.addClickListener(e -> edit());
    delete.setId("delete-offer");
    delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    delete.addClickListener(e -> deleteOrRestore());
    margin.setId("margin");
    margin.setWidth("18rem");
    margin.setMin(1);
    margin.setMax(99);
    margin.setStep(1);
    margin.setValue(USUAL_MARGIN);
    margin.setValueChangeMode(ValueChangeMode.LAZY);
    margin.addValueChangeListener(e -> show(look()));
    Div tools = new Div(delete, change);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(new Nav(back), title, about), tools);
    head.addClassName("shell-head");
    understanding.addClassNames("shell-panel", "mq-whole");
    understanding.add(termsTitle, terms, margin, findings);
    codes.addClassName("shell-panel");
    history.addClassName("shell-panel");
    add(head, understanding, codes, history);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(OfferPage.PARAMETER).orElse("");
    shown = services.offers().find(id);
  }

  @Override
  public String getPageTitle() {
    return shown
        .map(saved -> saved.name())
        .orElseGet(() -> getTranslation("strategy.offer.unknown"));
  }

  private Optional<Look> look() {
    return services
        .offers()
        .find(id)
        .map(saved -> {
          Optional<OfferCodes> pool =
              saved.offer().coupon() instanceof Coupon.Each()
                  ? Optional.of(services.offers().codes(id))
                  : Optional.empty();
          return new Look(
              saved,
              services.offers().check(saved.offer(), Optional.of(id), margin()),
              pool,
              services.offers().history(id));
        });
  }

  /// The stated margin as a share.
  private double margin() {
    Double percent = margin.getValue();
    return percent == null || !(percent >= 1 && percent <= 99) ? USUAL_MARGIN / 100 : percent / 100;
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("strategy.offers")));
    termsTitle.setText(getTranslation("strategy.offer.terms"));
    change.setText(getTranslation("strategy.change"));
    margin.setLabel(getTranslation("strategy.offer.stated-margin"));
    margin.setHelperText(getTranslation("strategy.offer.stated-margin.help"));
    show(look());
  }

  private void show(Optional<Look> look) {
    shown = look.map(Look::saved);
    title.setText(getPageTitle());
    boolean there = look.isPresent();
    boolean gone = shown.map(SavedOffer::isDeleted).orElse(false);
    List.of(understanding, codes, history).forEach(part -> part.setVisible(there));
    change.setVisible(there && !gone && OfferServices.mayWrite());
    delete.setVisible(there && OfferServices.mayWrite());
    delete.setText(getTranslation(gone ? "strategy.restore" : "strategy.delete"));
    if (look.isEmpty()) {
      about.setText(getTranslation("strategy.offer.unknown.text"));
      return;
    }
    Look now = look.get();
    about.setText(
        gone
            ? getTranslation("strategy.offer.deleted")
            : words().benefit(now.saved.offer().benefit()));
    terms.show(now.saved);
    findings.show(now.findings);
    codes.setVisible(now.codes.isPresent());
    codes.show(now.codes);
    history.show(now.history);
  }

  private OfferWords words() {
    return new OfferWords(this, formats());
  }

  private Formats formats() {
    return services.formats(getLocale());
  }

  private void edit() {
    shown.ifPresent(
        saved -> new OfferDialog(services, Optional.of(saved), _ -> show(look())).open());
  }

  private void deleteOrRestore() {
    shown.ifPresent(saved ->
        Told.when(
            this,
            () -> {
              if (saved.isDeleted()) {
                services.offers().restore(id, saved.version());
              } else {
                services.offers().delete(id, saved.version());
              }
            }));
    show(look());
  }

  private List<Component> terms(SavedOffer saved) {
    UnorderedList list = new UnorderedList();
    list.setId("terms");
    words().terms(saved.offer()).forEach(term -> list.add(new ListItem(term)));
    list.add(new ListItem(words().coupon(saved.offer().coupon(), Optional.empty())));
    return List.of(list);
  }

  private List<Component> findings(List<OfferFinding> all) {
    if (all.isEmpty()) {
      Paragraph good = new Paragraph(getTranslation("strategy.offer.good"));
      good.setId("nothing-against");
      return List.of(good);
    }
    UnorderedList list = new UnorderedList();
    list.setId("findings");
    for (OfferFinding finding : all) {
      String how = finding.stops() ? "strategy.finding.stops" : "strategy.finding.asks";
      Span mark = new Span(getTranslation(how));
      mark.addClassName(finding.stops() ? "shell-bad" : "mq-note");
      list.add(new ListItem(mark, new Span(" " + finding.words().in(getLocale()))));
    }
    return List.of(list);
  }

  private List<Component> codes(Optional<OfferCodes> pool) {
    if (pool.isEmpty()) {
      return List.of();
    }
    OfferCodes now = pool.get();
    H2 heading = new H2(getTranslation("strategy.codes"));
    Paragraph count =
        new Paragraph(
            getTranslation(
                "strategy.codes.count",
                formats().number(now.total()),
                formats().number(now.given()),
                formats().number(now.free())));
    count.setId("code-count");
    List<Component> parts = new ArrayList<>(List.of(heading, count));
    if (now.total() > 0) {
      ProgressBar bar = new ProgressBar(0, now.total(), now.given());
      bar.getElement().setAttribute("aria-label", getTranslation("strategy.codes.given"));
      parts.add(bar);
    }
    if (OfferServices.mayWrite()) {
      Button more =
          new Button(
              getTranslation("strategy.codes.add"),
              e -> new CodesDialog(services, id, () -> show(look())).open());
      more.setId("add-codes");
      Button drop = new Button(getTranslation("strategy.codes.drop"), e -> drop());
      drop.setId("drop-codes");
      drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      drop.setEnabled(now.free() > 0);
      Div tools = new Div(more, drop);
      tools.addClassName("mq-tools");
      parts.add(tools);
    }
    return parts;
  }

  private void drop() {
    new DropCodesDialog(services, id, formats(), () -> show(look())).open();
  }

  private List<Component> history(List<SavedOffer> versions) {
    OfferWords words = words();
    SavedLists<SavedOffer> lists =
        new SavedLists<>(
            this,
            formats(),
            services.colleagues().names(getLocale()),
            OfferServices.mayWrite(),
            version -> {
              Told.when(this, () -> services.offers().restore(id, version.version()));
              show(look());
            });
    return lists.history(versions, SavedOffer::offer, s -> what(s, lists.act(s), versions, words));
  }

  /// What a version changed.
  private String what(
      SavedOffer version, String act, List<SavedOffer> newestFirst, OfferWords words) {
    if (version.act() != Saved.Act.CHANGED) {
      return act;
    }
    return newestFirst.stream()
        .filter(s -> s.version() == version.version() - 1)
        .findFirst()
        .map(before -> act + ": " + OfferDifference.of(before.offer(), version.offer(), words))
        .orElse(act);
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("margin", Double.toString(margin() * 100)));
  }

  @Override
  public void restore(ViewState state) {
    state.get("margin").map(Double::valueOf).ifPresent(margin::setValue);
  }
}
