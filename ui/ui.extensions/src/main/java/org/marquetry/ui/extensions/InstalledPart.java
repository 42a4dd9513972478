package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.feature.api.FeatureCondition;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.feature.api.Wish;
import org.marquetry.ui.api.Lists;

/// What is installed, as cards: what it adds, who vouches for it, how it does and who uses it.
final class InstalledPart extends Div implements Part {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int LOOKS = 5; // health checks are asked at each fifth, and at the first

  private final transient ExtensionServices services;
  private final transient Runnable begun;
  private final TextField search;
  private final Div place = new Div();
  private transient List<InstalledFeature> installed = List.of();
  private transient Map<String, FeatureCondition> conditions = Map.of();
  private transient Map<String, FeatureCondition> found = Map.of(); // of the looks only
  private int looks;

  /// @param begun called when a change has begun
  InstalledPart(ExtensionServices services, Runnable begun) {
    this.services = services;
    this.begun = begun;
    setId("installed");
    search = Cards.search(getTranslation("extensions.search"), this::draw);
    add(Cards.tools(search), place);
    refresh();
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  @Override
  public void refresh() {
    installed = services.features().installed();
    draw();
  }

  @Override
  public Optional<TextField> search() {
    return Optional.of(search);
  }

  private Map<String, FeatureCondition> look() {
    if (looks++ % LOOKS == 0) {
      Map<String, FeatureCondition> all = new TreeMap<>();
      services.features().conditions().forEach(c -> all.put(c.name(), c));
      found = all;
    }
    return found;
  }

  private void show(Map<String, FeatureCondition> now) {
    conditions = now;
    refresh();
  }

  private void draw() {
    place.removeAll();
    List<InstalledFeature> matching =
        installed.stream()
            .filter(f ->
                Cards.matches(search.getValue(), f.name(), f.title(), f.description(), f.vendor()))
            .toList();
    List<InstalledFeature> added = matching.stream().filter(InstalledFeature::added).toList();
    place.add(new H2(getTranslation("extensions.added")));
    if (added.isEmpty()) {
      place.add(
          Lists.none(
              getTranslation(
                  search.isEmpty() ? "extensions.added.none" : "extensions.search.none")));
    } else {
      place.add(cards(added));
    }
    List<InstalledFeature> own = matching.stream().filter(f -> !f.added()).toList();
    if (!own.isEmpty()) {
      place.add(new H2(getTranslation("extensions.own", own.size())), cards(own));
    }
  }

  private Div cards(List<InstalledFeature> features) {
    Div grid = Cards.grid();
    features.forEach(f -> grid.add(card(f)));
    return grid;
  }

  private Section card(InstalledFeature feature) {
    PlanWords words =
        new PlanWords(this::getTranslation, getLocale(), services.people(getLocale()).names());
    Optional<FeatureCondition> condition = Optional.ofNullable(conditions.get(feature.name()));
    Section card =
        Cards.card(
            feature.name(),
            feature.title(),
            feature.version(),
            feature.description(),
            health(condition));
    DescriptionList facts = Cards.facts();
    pages(facts, feature);
    if (feature.added()) {
      Cards.fact(facts, getTranslation("extensions.publisher.title"), publisher(words, feature));
      Cards.fact(
          facts, getTranslation("extensions.licence.title"), words.licenceAlone(feature.licence()));
      Cards.fact(
          facts,
          getTranslation("extensions.powers"),
          feature.powers().isEmpty()
              ? List.of(getTranslation("extensions.powers.none"))
              : feature.powers().stream().map(words::power).toList());
    }
    condition.ifPresent(c ->
        Cards.fact(
            facts, getTranslation("extensions.uses"), c.uses().stream().map(words::use).toList()));
    card.add(facts);
    condition
        .flatMap(FeatureCondition::wrong)
        .ifPresent(wrong -> card.add(Refusals.said(List.of(wrong), getLocale())));
    card.add(more(words, feature));
    if (feature.added() && services.mayInstall()) {
      card.add(Cards.tools(remove(feature)));
    }
    return card;
  }

  private Span health(Optional<FeatureCondition> condition) {
    if (condition.isEmpty()) {
      return Cards.chip(getTranslation("extensions.health.asked"), "mq-soft");
    }
    return condition.get().wrong().isEmpty()
        ? Cards.chip(getTranslation("extensions.health.good"), "mq-strong")
        : Cards.chip(getTranslation("extensions.health.bad"), "mq-odd");
  }

  private static String publisher(PlanWords words, InstalledFeature feature) {
    String vouched = words.publisher(feature.publisher());
    return feature.vendor().isEmpty() ? vouched : feature.vendor() + " · " + vouched;
  }

  private void pages(DescriptionList facts, InstalledFeature feature) {
    List<Component> pages = new ArrayList<>();
    services
        .pages(feature.bundles())
        .forEach(page -> {
          String title = getTranslation(page.titleKey());
          if (!page.address().isEmpty()) {
            if (!pages.isEmpty()) {
              pages.add(new Span(getTranslation("extensions.comma")));
            }
            pages.add(Lists.link(page.address(), title));
          }
        });
    if (feature.added() && services.isSettable(feature.name(), getLocale())) {
      if (!pages.isEmpty()) {
        pages.add(new Span(getTranslation("extensions.comma")));
      }
      pages.add(
          Lists.link(
              SettingsPage.PATH + "/" + feature.name(), getTranslation("extensions.settings.of")));
    }
    if (!pages.isEmpty()) {
      Cards.fact(facts, getTranslation("extensions.pages"), pages.toArray(Component[]::new));
    }
  }

  private NativeDetails more(PlanWords words, InstalledFeature feature) {
    Div all = new Div();
    List<String> gives =
        feature.gives().stream().map(g -> words.gift(g.service(), g.provider())).toList();
    if (!gives.isEmpty()) {
      all.add(new Div(getTranslation("extensions.services")), PlanPart.list(gives));
    }
    all.add(new Div(getTranslation("extensions.bundles")), PlanPart.list(feature.bundles()));
    NativeDetails details =
        new NativeDetails(getTranslation("extensions.more", feature.title()), all);
    details.addClassName("mq-note");
    return details;
  }

  private Button remove(InstalledFeature feature) {
    Wish wish = new Wish(Wish.Kind.REMOVE, feature.name());
    return Lists.action(
        getTranslation("extensions.remove"),
        feature.title(),
        () ->
            new PlanDialog(
                    services, List.of(wish), begun, "extensions.remove.title", feature.title())
                .open());
  }
}
