package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Quality.Rule;
import org.marquetry.data.api.Quality.State;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;

/// All rules with state and figure; of the one in the address its trend, its rows, and when it was
/// silent. Measuring shows its progress and can be cancelled.
final class QualityView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String WRITE = "data.configure";
  private static final String KIND = "quality.measure";

  private final transient QualityPage.Services services;
  private final H1 title = new H1();
  private final Paragraph sum = new Paragraph();
  private final Button measure = new Button();
  private final Button cancel = new Button();
  private final ProgressBar bar = new ProgressBar(0, 1, 0);
  private final Div place = new Div();
  private transient Optional<String> wanted = Optional.empty();
  private transient Optional<Instant> shown = Optional.empty();
  private transient Optional<String> running = Optional.empty();

  /// What is looked for again and again.
  private record News(Optional<Instant> measuredAt, Optional<JobStatus> job) {}

  QualityView(QualityPage.Services services) {
    this.services = services;
    setId("quality");
    sum.setId("quality-sum");
    sum.addClassName("shell-subtitle");
    measure.setId("measure");
    measure.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    measure.setVisible(Actor.current().may(WRITE));
    measure.addClickListener(e -> begin());
    cancel.setId("cancel");
    cancel.setVisible(false);
    cancel.addClickListener(e -> running.ifPresent(services.jobs()::cancel));
    bar.setId("measuring");
    bar.setVisible(false);
    bar.setWidth("10rem");
    Div tools = new Div(bar, cancel, measure);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(title, sum), tools);
    head.addClassName("shell-head");
    place.addClassName("mq-whole");
    add(head, place);
    services.live().watch(this, PERIOD, this::look, this::news);
  }

  private void begin() {
    running = Optional.of(services.quality().measure());
    measure.setEnabled(false);
    bar.setVisible(true);
  }

  private News look() {
    Optional<JobStatus> job =
        services.jobs().list().stream()
            .filter(j -> j.kind().equals(KIND))
            .findFirst(); // also when it is over: one that was quick is seen too
    return new News(services.quality().rules().stream().findFirst().flatMap(Rule::measuredAt), job);
  }

  private void news(News news) {
    Optional<JobStatus> job = news.job.filter(j -> !j.state().isOver());
    running = job.map(JobStatus::id);
    bar.setVisible(job.isPresent());
    cancel.setVisible(job.isPresent() && Actor.current().may("job.cancel"));
    measure.setEnabled(job.isEmpty());
    bar.setValue(job.map(j -> Math.clamp(j.done(), 0, 1)).orElse(0.0));
    if (!news.measuredAt.equals(shown)) {
      show();
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    wanted = event.getRouteParameters().get("rule");
    if (isAttached()) {
      show();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("data.quality"));
    measure.setText(getTranslation("data.quality.measure"));
    cancel.setText(getTranslation("data.cancel"));
    bar.getElement().setAttribute("aria-label", getTranslation("data.quality.measuring"));
    show();
  }

  private void show() {
    List<Rule> rules = services.quality().rules();
    shown = rules.stream().findFirst().flatMap(Rule::measuredAt);
    Formats formats = new Formats(getLocale(), services.zone().zone());
    QualityWords words = new QualityWords(this, formats);
    long odd =
        rules.stream().filter(r -> r.state() == State.BAD || r.state() == State.ATTENTION).count();
    sum.setText(
        shown
            .map(at -> getTranslation("data.quality.sum", odd, rules.size(), formats.dateTime(at)))
            .orElseGet(() -> getTranslation("data.quality.never")));
    place.removeAll();
    if (shown.isEmpty()) {
      place.add(Lists.empty(this, "not-measured", "check-circle-o", "data.quality.empty"));
      return;
    }
    place.add(grid(rules, words));
    wanted
        .flatMap(id -> rules.stream().filter(r -> r.id().equals(id)).findFirst())
        .ifPresent(r -> place.add(new QualityRule(services, r, words, this::show)));
  }

  private Grid<Rule> grid(List<Rule> rules, QualityWords words) {
    Grid<Rule> grid = Lists.grid("rule-grid");
    grid.setAllRowsVisible(wanted.isEmpty());
    grid.setHeight(wanted.isEmpty() ? null : "16rem");
    grid.addComponentColumn(r -> link(r, words))
        .setHeader(getTranslation("data.quality.rule"))
        .setWidth("13rem")
        .setFlexGrow(3);
    grid.addColumn(r -> words.group(r.group()))
        .setHeader(getTranslation("data.quality.group"))
        .setWidth("8rem")
        .setFlexGrow(1);
    grid.addComponentColumn(r -> words.chip(r.state()))
        .setHeader(getTranslation("data.quality.state"))
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addColumn(words::figure)
        .setHeader(getTranslation("data.quality.figure"))
        .setWidth("6rem")
        .setFlexGrow(0);
    grid.addColumn(words::counts)
        .setHeader(getTranslation("data.quality.rows"))
        .setWidth("12rem")
        .setFlexGrow(2);
    grid.setItems(rules.stream().sorted(Comparator.comparingInt(QualityView::rank)).toList());
    return grid;
  }

  /// What is bad first.
  private static int rank(Rule rule) {
    return switch (rule.state()) {
      case BAD -> 0;
      case ATTENTION -> 1;
      case SILENT -> 2;
      case GOOD -> 3;
      case UNKNOWN -> 4;
    };
  }

  private Component link(Rule rule, QualityWords words) {
    Anchor link = Lists.link("quality/" + rule.id(), words.name(rule));
    return wanted.filter(rule.id()::equals).isPresent() ? current(link) : link;
  }

  private static Span current(Anchor link) {
    link.getElement().setAttribute("aria-current", "true");
    Span strong = new Span(link);
    strong.getStyle().set("font-weight", "600");
    return strong;
  }
}
