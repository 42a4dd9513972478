package org.marquetry.ui.extensions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.marquetry.feature.api.AvailableFeature;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.feature.api.Wish;
import org.marquetry.ui.api.FileDrop;
import org.marquetry.ui.api.Lists;

/// What the repositories offer, as cards, and a place for a file that somebody was given.
final class OffersPart extends Div implements Part {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final transient ExtensionServices services;
  private final transient Runnable begun;
  private final transient Offers offers;
  private final TextField search;
  private final Div place = new Div();
  private final transient Map<String, String> chosen = new LinkedHashMap<>(); // feature -> wish
  private transient Map<String, InstalledFeature> installed = Map.of();
  private transient Offers.Known known;

  /// @param begun called when a change has begun
  OffersPart(ExtensionServices services, Runnable begun) {
    this.services = services;
    this.begun = begun;
    offers = new Offers(services.features(), services.sources());
    known = offers.again();
    setId("available");
    search = Cards.search(getTranslation("extensions.search"), this::draw);
    Button again = new Button(getTranslation("extensions.again"), _ -> show(offers.again()));
    again.setId("ask-again");
    add(Cards.tools(search, again), place);
    if (services.mayInstall()) {
      add(new H2(getTranslation("extensions.upload")), upload());
    }
    refresh();
    services.live().watch(this, PERIOD, offers::look, this::show);
  }

  private FileDrop upload() {
    AtomicReference<String> kept = new AtomicReference<>("");
    FileDrop drop =
        new FileDrop(
            "extensions.upload",
            FeatureSources.MOST_UPLOADED,
            (_, content) -> {
              kept.set(Refusals.asArgument(() -> services.sources().upload(content)));
              return "";
            },
            () -> {
              Wish wish = new Wish(Wish.Kind.INSTALL, kept.get());
              new PlanDialog(services, List.of(wish), begun, "extensions.upload.title").open();
            });
    drop.translate();
    return drop;
  }

  @Override
  public void refresh() {
    Map<String, InstalledFeature> now = new TreeMap<>();
    services.features().installed().forEach(f -> now.put(f.name(), f));
    if (!now.equals(installed)) {
      installed = now;
      known = offers.again();
    }
    draw();
  }

  @Override
  public Optional<TextField> search() {
    return Optional.of(search);
  }

  private void show(Offers.Known now) {
    known = now;
    draw();
  }

  private void draw() {
    place.removeAll();
    if (!known.isAsked()) {
      ProgressBar bar = new ProgressBar();
      bar.setIndeterminate(true);
      bar.getElement().setAttribute("aria-label", getTranslation("extensions.asking"));
      place.add(new Paragraph(getTranslation("extensions.asking")), bar);
      return;
    }
    if (!known.available().problems().isEmpty()) {
      Paragraph first = new Paragraph(getTranslation("extensions.repository.problems"));
      first.addClassName("shell-bad");
      place.add(first, Refusals.said(known.available().problems(), getLocale()));
    }
    place.add(new H2(getTranslation("extensions.offered")));
    Div grid = Cards.grid();
    known
        .byName()
        .forEach((name, all) -> {
          AvailableFeature first = all.getFirst();
          if (Cards.matches(
              search.getValue(),
              name,
              first.title(),
              first.description(),
              first.vendor(),
              first.publisher())) {
            grid.add(card(all));
          }
        });
    if (grid.getChildren().findAny().isPresent()) {
      place.add(grid);
    } else {
      place.add(
          Lists.none(
              getTranslation(
                  search.isEmpty() ? "extensions.offered.none" : "extensions.search.none")));
    }
  }

  private Section card(List<AvailableFeature> versions) {
    String name = versions.getFirst().name();
    AvailableFeature offer =
        versions.stream()
            .filter(v -> Offers.wish(v).equals(chosen.get(name)))
            .findFirst()
            .orElse(versions.getFirst());
    PlanWords words =
        new PlanWords(this::getTranslation, getLocale(), services.people(getLocale()).names());
    Optional<InstalledFeature> there = Optional.ofNullable(installed.get(name));
    Span[] chips =
        there
            .map(f ->
                new Span[] {
                  Cards.chip(getTranslation("extensions.installed", f.version()), "mq-soft")
                })
            .orElse(new Span[0]);
    Section card = Cards.card(name, offer.title(), offer.version(), offer.description(), chips);
    DescriptionList facts = Cards.facts();
    Cards.fact(
        facts,
        getTranslation("extensions.publisher.title"),
        (offer.vendor().isEmpty() ? "" : offer.vendor() + " · ")
            + words.publisher(offer.publisher()));
    Cards.fact(
        facts, getTranslation("extensions.licence.title"), words.licenceAlone(offer.licence()));
    Cards.fact(
        facts,
        getTranslation("extensions.powers"),
        offer.powers().isEmpty()
            ? List.of(getTranslation("extensions.powers.none"))
            : offer.powers().stream().map(words::power).toList());
    Cards.fact(facts, getTranslation("extensions.size"), size(offer.bytes()));
    Cards.fact(facts, getTranslation("extensions.from"), offer.repository());
    card.add(facts, fit(offer));
    Div tools = Cards.tools();
    if (versions.size() > 1) {
      tools.add(choice(name, versions, offer));
    }
    if (services.mayInstall()) {
      tools.add(install(offer, there));
    }
    card.add(tools);
    return card;
  }

  private String size(long bytes) {
    double megabytes = bytes / 1_000_000.0;
    return getTranslation(
        "extensions.megabytes",
        services.formats(getLocale()).number(megabytes < 0.01 ? 0.01 : megabytes));
  }

  private Div fit(AvailableFeature offer) {
    Optional<Offers.Fit> fit = known.fit(offer);
    Div all = new Div();
    if (fit.isPresent() && fit.get().problems().isEmpty()) {
      all.add(Cards.chip(getTranslation("extensions.fits"), "mq-strong"));
    } else if (fit.isPresent()) {
      all.add(
          Cards.chip(getTranslation("extensions.fits.not"), "mq-odd"),
          Refusals.said(fit.get().problems(), getLocale()));
    } else {
      String key =
          known.remote().contains(offer.repository())
              ? "extensions.fits.later"
              : "extensions.fits.asked";
      all.add(Cards.chip(getTranslation(key), "mq-soft"));
    }
    return all;
  }

  private Select<AvailableFeature> choice(
      String name, List<AvailableFeature> versions, AvailableFeature offer) {
    Select<AvailableFeature> choice = new Select<>();
    choice.setAriaLabel(getTranslation("extensions.version.of", offer.title()));
    choice.setItems(versions);
    choice.setItemLabelGenerator(v -> v.version() + " · " + v.repository());
    choice.setValue(offer);
    choice.addValueChangeListener(e -> {
      chosen.put(name, Offers.wish(e.getValue()));
      draw();
    });
    return choice;
  }

  private Button install(AvailableFeature offer, Optional<InstalledFeature> there) {
    Wish wish = new Wish(Wish.Kind.INSTALL, Offers.wish(offer));
    String key =
        there.isEmpty()
            ? "extensions.install"
            : there.get().version().equals(offer.version())
                ? "extensions.reinstall"
                : "extensions.move";
    return Lists.action(
        getTranslation(key),
        offer.title() + " " + offer.version(),
        () ->
            new PlanDialog(
                    services, List.of(wish), begun, key + ".title", offer.title(), offer.version())
                .open());
  }
}
