package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.api.Split;
import org.marquetry.insight.api.Occasion;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// What one experiment shows: the verdict in a sentence, how it came about, what else happened to
/// people, last touch beside it, its parts, and what was decided. The address holds what is chosen.
final class ExperimentView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int REFRESH = 30; // periods between two readings
  private static final List<Integer> DAYS = List.of(1, 7, 14, 30, 90);
  private static final int USUAL_DAYS = 7;

  private final transient ExperimentServices services;
  private String id = "";
  private transient Optional<RegisteredExperiment> shown = Optional.empty();
  private transient volatile Optional<Look> looked = Optional.empty();
  private final AtomicInteger periods = new AtomicInteger();
  private transient Optional<Chart> chart = Optional.empty();
  private String variant = "";
  private int days = USUAL_DAYS;
  private Split split = Split.ORDERS;
  private final Anchor back = new Anchor(ExperimentsPage.PATH, "");
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button decide = new Button();
  private final LivePart<Optional<RegisteredExperiment>> reports = new LivePart<>(this::reports);
  private final LivePart<Reading> verdict = new LivePart<>(r -> parts(r).verdict(r));
  private final H2 chartTitle = new H2();
  private final Select<String> variants = new Select<>();
  private final Div chartPlace = new Div();
  private final H2 railsTitle = new H2();
  private final LivePart<Reading> rails = new LivePart<>(r -> parts(r).guardrails(r));
  private final H2 touchTitle = new H2();
  private final Select<Integer> window = new Select<>();
  private final LivePart<Optional<Rest>> touch = new LivePart<>(this::touch);
  private final H2 splitTitle = new H2();
  private final Select<Split> splits = new Select<>();
  private final LivePart<Optional<Rest>> segments = new LivePart<>(this::segments);
  private final H2 decisionsTitle = new H2();
  private final LivePart<List<DecisionsPart.Decided>> decisions = new LivePart<>(this::decisions);
  private final transient List<Div> panels;

  /// What the page shows, as of one moment.
  ///
  /// @param rest empty while it is being read
  private record Look(
      Reading reading,
      List<DecisionsPart.Decided> decisions,
      List<Occasion> occasions,
      Optional<Rest> rest) {}

  /// What takes longer to read.
  ///
  /// @param touch empty without a hold-out, or without people to compare
  private record Rest(Optional<Attribution> touch, SegmentedReading segments) {}

  ExperimentView(ExperimentServices services) {
    this.services = services;
    setId("experiment");
    back.getElement().setAttribute("router-link", true);
    about.setId("state");
    about.addClassName("shell-subtitle");
    decide.setId("decide");
    decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    decide.addClickListener(e -> decide());
    reports.removeClassName("mq-whole");
    reports.addClassName("mq-tools");
    Div tools = new Div(reports, decide);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(new Nav(back), title, about), tools);
    head.addClassName("shell-head");
    variants.setId("variant");
    variants.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        variant = e.getValue();
        chosen();
      }
    });
    window.setId("window");
    window.setItems(DAYS);
    window.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        days = e.getValue();
        chosen();
      }
    });
    splits.setId("split");
    splits.setItems(Split.values());
    splits.setWidth("18rem");
    splits.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        split = e.getValue();
        chosen();
      }
    });
    panels =
        List.of(
            new Div(verdict),
            new Div(headed(chartTitle, variants), chartPlace),
            new Div(railsTitle, rails),
            new Div(headed(touchTitle, window), touch),
            new Div(headed(splitTitle, splits), segments),
            new Div(decisionsTitle, decisions));
    panels.forEach(panel -> panel.addClassNames("shell-panel", "mq-whole"));
    add(head);
    panels.forEach(this::add);
    services.live().watch(this, PERIOD, this::news, this::show);
  }

  private static Div headed(H2 title, Component choice) {
    Div head = new Div(title, choice);
    head.addClassName("shell-head");
    return head;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(ExperimentPage.PARAMETER).orElse("");
    shown = services.experiments().find(id);
    QueryParameters query = event.getLocation().getQueryParameters();
    read(key -> query.getSingleParameter(key));
    if (isAttached()) {
      show(look());
    }
  }

  /// Where what is chosen is kept: the address, or a state.
  @FunctionalInterface
  private interface Kept {
    Optional<String> get(String key);
  }

  private void read(Kept kept) {
    kept.get("variant").ifPresent(v -> variant = v);
    kept.get("days")
        .flatMap(d -> DAYS.stream().filter(all -> d.equals(all.toString())).findFirst())
        .ifPresent(d -> days = d);
    kept.get("split")
        .flatMap(s ->
            Arrays.stream(Split.values())
                .filter(all -> ResultWords.word(all).equals(s))
                .findFirst())
        .ifPresent(s -> split = s);
  }

  private Map<String, String> choices() {
    Map<String, String> all = new TreeMap<>();
    all.put("days", Integer.toString(days));
    all.put("split", ResultWords.word(split));
    if (!variant.isEmpty()) {
      all.put("variant", variant);
    }
    return all;
  }

  @Override
  public String getPageTitle() {
    return shown
        .map(RegisteredExperiment::name)
        .orElseGet(() -> getTranslation("measurement.experiment.unknown"));
  }

  /// What is there at once: what the suite has read by itself, else what is read now.
  private Optional<Look> look() {
    return services
        .experiments()
        .find(id)
        .map(experiment -> {
          Reading reading =
              services.readings().lately(id).orElseGet(() -> services.readings().read(id));
          List<ExperimentDecision> all = services.experiments().decisions(id);
          return new Look(reading, decided(all, false), occasions(experiment), Optional.empty());
        });
  }

  /// Read all of it where something is missing, and from time to time.
  private Optional<Look> news() {
    Optional<Look> now = looked;
    boolean due = periods.incrementAndGet() % REFRESH == 0;
    boolean whole = now.isPresent() && now.get().rest.isPresent() && !due;
    return whole ? now : services.experiments().find(id).map(this::whole);
  }

  private Look whole(RegisteredExperiment experiment) {
    Reading reading = services.readings().read(id);
    boolean compared = experiment.plan().holdoutShare() > 0 && !reading.arms().isEmpty();
    return new Look(
        reading,
        decided(services.experiments().decisions(id), true),
        occasions(experiment),
        Optional.of(
            new Rest(
                compared
                    ? Optional.of(services.readings().attribution(id, days))
                    : Optional.empty(),
                services.readings().segments(id, split))));
  }

  private List<Occasion> occasions(RegisteredExperiment experiment) {
    LocalDate from = services.zone().day(experiment.plan().start());
    LocalDate to = services.zone().day(experiment.plan().plannedEnd());
    return services.figures().ask(f -> f.occasions(from, to))
            instanceof Source.Answer.Told<List<Occasion>>(var told)
        ? told
        : List.of();
  }

  /// @param whole also what changed since, and whether it was true
  private List<DecisionsPart.Decided> decided(List<ExperimentDecision> newestFirst, boolean whole) {
    List<DecisionsPart.Decided> all = new ArrayList<>();
    newestFirst.forEach(d -> all.add(DecisionsPart.of(services, d, all.isEmpty(), whole)));
    return all;
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("measurement.experiments")));
    decide.setText(getTranslation("measurement.decide.button"));
    variants.setAriaLabel(getTranslation("measurement.split.variant"));
    railsTitle.setText(getTranslation("measurement.experiment.guardrails"));
    touchTitle.setText(getTranslation("measurement.touch"));
    window.setAriaLabel(getTranslation("measurement.touch.days"));
    window.setItemLabelGenerator(d -> getTranslation("measurement.touch.days.of", d));
    splitTitle.setText(getTranslation("measurement.split"));
    splits.setAriaLabel(getTranslation("measurement.split"));
    decisionsTitle.setText(getTranslation("measurement.decisions"));
    show(look());
  }

  private void show(Optional<Look> look) {
    looked = look;
    shown = look.map(l -> l.reading.experiment());
    title.setText(getPageTitle());
    panels.forEach(panel -> panel.setVisible(look.isPresent()));
    reports.setVisible(look.isPresent());
    reports.show(shown);
    decide.setVisible(
        look.filter(l -> l.reading.people() > 0 && isOpen(l)).isPresent()
            && ExperimentServices.mayDecide());
    if (look.isEmpty()) {
      about.setText(getTranslation("measurement.experiment.unknown.text"));
      return;
    }
    Look now = look.get();
    ResultWords words = words(now.reading);
    about.setText(
        getTranslation(
            "measurement.experiment.time.of",
            words.day(now.reading.experiment().plan().start()),
            words.day(now.reading.experiment().plan().plannedEnd()),
            words.number(now.reading.people())));
    chartTitle.setText(
        getTranslation(
            "measurement.experiment.time", now.reading.experiment().plan().costs().currency()));
    splits.setItemLabelGenerator(words::split);
    splits.setValue(split);
    window.setValue(days);
    verdict.show(now.reading);
    chart(now, words);
    rails.show(now.reading);
    window.setVisible(now.reading.experiment().plan().holdoutShare() > 0);
    touch.show(now.rest);
    segments.show(now.rest);
    decisions.show(now.decisions);
  }

  private static boolean isOpen(Look look) {
    return look.decisions.stream()
        .noneMatch(d -> d.decision().holds() && d.decision().choice().isLast());
  }

  private ResultWords words(Reading reading) {
    return services.words(getLocale(), reading.experiment());
  }

  private ResultParts parts(Reading reading) {
    return new ResultParts(this, words(reading));
  }

  private void chart(Look now, ResultWords words) {
    List<Reading.Arm> arms = ResultWords.bestFirst(now.reading);
    variants.setVisible(arms.size() > 1);
    if (arms.isEmpty()) {
      chart = Optional.empty();
      chartPlace.removeAll();
      chartPlace.add(Lists.none(getTranslation("measurement.experiment.chart.none")));
      return;
    }
    Reading.Arm arm =
        arms.stream().filter(a -> a.variant().equals(variant)).findFirst().orElse(arms.getFirst());
    variants.setItems(arms.stream().map(Reading.Arm::variant).toList());
    variants.setValue(arm.variant());
    Component drawn =
        new BandChart(
                this, services.zone(), words, now.reading.experiment().plan(), arm, now.occasions)
            .show(chart);
    chart = drawn instanceof Chart c ? Optional.of(c) : Optional.empty();
    chartPlace.removeAll();
    chartPlace.add(drawn);
    if (chart.isPresent()) {
      chartPlace.add(parts(now.reading).numbers(arm));
    }
  }

  private List<Component> touch(Optional<Rest> rest) {
    if (rest.isEmpty()) {
      return List.of(Lists.none(getTranslation("measurement.experiment.being-read")));
    }
    return rest.get()
        .touch
        .flatMap(told -> looked.map(l -> parts(l.reading).touch(told)))
        .orElseGet(() -> List.of(Lists.none(getTranslation("measurement.touch.none"))));
  }

  private List<Component> segments(Optional<Rest> rest) {
    return rest.flatMap(r -> looked.map(l -> parts(l.reading).parts(r.segments)))
        .orElseGet(() -> List.of(Lists.none(getTranslation("measurement.experiment.being-read"))));
  }

  private List<Component> decisions(List<DecisionsPart.Decided> all) {
    return looked
        .map(l -> new DecisionsPart(this, services, words(l.reading), () -> show(look())).draw(all))
        .orElse(List.of());
  }

  private List<Component> reports(Optional<RegisteredExperiment> experiment) {
    return experiment
        .map(e -> ReportLinks.of(this, services, e.id(), getLocale()))
        .orElse(List.of());
  }

  private void decide() {
    looked.ifPresent(l -> new DecideDialog(services, l.reading, () -> show(look())).open());
  }

  /// Something else is to be shown: the address says so.
  private void chosen() {
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(
                    null,
                    new Location(ExperimentPage.address(id), QueryParameters.simple(choices()))));
    show(look());
  }

  @Override
  public ViewState save() {
    return new ViewState(choices());
  }

  @Override
  public void restore(ViewState state) {
    read(state::get);
    if (isAttached()) {
      show(look());
    }
  }
}
