package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;

/// The experiments, the newest first: how each stands, what it says.
final class ExperimentsView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(3);
  private static final int MOST = 100;

  private final transient ExperimentServices services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final LivePart<Look> list = new LivePart<>(this::list);

  /// @param ends the decision that holds and ended it
  /// @param read what the suite read last; empty once it is decided
  private record Line(
      RegisteredExperiment experiment,
      Optional<ExperimentDecision> ends,
      Optional<Reading> read,
      State state) {}

  /// What the page shows.
  ///
  /// @param more experiments that are not in the list
  private record Look(List<Line> lines, int more) {}

  private enum State {
    AHEAD,
    RUNNING,
    ENDED,
    DECIDED
  }

  ExperimentsView(ExperimentServices services) {
    this.services = services;
    setId("experiments");
    about.addClassName("shell-subtitle");
    Div head = new Div(new Div(title, about));
    head.addClassName("shell-head");
    add(head, list);
    services.live().watch(this, PERIOD, this::look, list::show);
  }

  private Look look() {
    List<RegisteredExperiment> all = services.experiments().list();
    Instant now = services.clock().instant();
    return new Look(
        all.stream()
            .sorted(Comparator.comparing((RegisteredExperiment e) -> e.plan().start()).reversed())
            .limit(MOST)
            .map(e -> line(e, now))
            .toList(),
        Math.max(0, all.size() - MOST));
  }

  private Line line(RegisteredExperiment experiment, Instant now) {
    Optional<ExperimentDecision> ends =
        services.experiments().decisions(experiment.id()).stream()
            .filter(d -> d.holds() && d.choice().isLast())
            .findFirst();
    State state =
        ends.isPresent()
            ? State.DECIDED
            : now.isBefore(experiment.plan().start())
                ? State.AHEAD
                : now.isBefore(experiment.plan().plannedEnd()) ? State.RUNNING : State.ENDED;
    return new Line(experiment, ends, services.readings().lately(experiment.id()), state);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("measurement.experiments"));
    about.setText(getTranslation("measurement.experiments.about"));
    list.show(look());
  }

  private List<Component> list(Look look) {
    if (look.lines.isEmpty()) {
      return List.of(Lists.empty(this, "no-experiments", "flask", "measurement.experiments.empty"));
    }
    Grid<Line> grid = Lists.grid("experiment-grid");
    grid.addComponentColumn(
            l -> Lists.link(ExperimentPage.address(l.experiment.id()), l.experiment.name()))
        .setHeader(getTranslation("measurement.experiment.name"))
        .setFlexGrow(2);
    grid.addColumn(this::state).setHeader(getTranslation("measurement.experiment.state"));
    Grid.Column<Line> verdict =
        grid.addColumn(this::verdict)
            .setHeader(getTranslation("measurement.experiment.verdict"))
            .setFlexGrow(4);
    Grid.Column<Line> days =
        grid.addColumn(this::days).setHeader(getTranslation("measurement.experiment.days"));
    Lists.inWideWindows(grid, verdict, days);
    grid.setItems(look.lines);
    List<Component> parts = new ArrayList<>(List.of(grid));
    if (look.more > 0) {
      parts.add(Lists.none(getTranslation("measurement.experiments.more", look.more)));
    }
    return parts;
  }

  private String state(Line line) {
    return getTranslation("measurement.experiment.state." + ResultWords.word(line.state));
  }

  private String verdict(Line line) {
    ResultWords words = services.words(getLocale(), line.experiment);
    if (line.ends.isPresent()) {
      ExperimentDecision decision = line.ends.get();
      String seen =
          decision.seen().stream()
              .max(Comparator.comparingDouble(s -> s.fixed().estimate()))
              .map(s -> words.group(s.variant()) + ": " + words.brief(s.verdict()) + "; ")
              .orElse("");
      return seen + words.choice(decision.choice());
    }
    return line.read
        .flatMap(read -> ResultWords.best(read).map(arm -> words.verdict(read, arm)))
        .orElse(Formats.UNKNOWN);
  }

  private String days(Line line) {
    Instant start = line.experiment.plan().start();
    Instant end = line.experiment.plan().plannedEnd();
    long all = Duration.between(start, end).toDays();
    long passed = Duration.between(start, services.clock().instant()).toDays();
    return getTranslation(
        "measurement.experiment.days.of", Math.clamp(passed, 0, Math.max(0, all)), all);
  }
}
