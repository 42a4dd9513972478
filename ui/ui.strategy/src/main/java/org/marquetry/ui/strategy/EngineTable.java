package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// For experts: how the installed engines do on the shop's own last 30 days.
final class EngineTable extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final String KIND = "recommend.compare";
  private static final List<String> NO_ENGINES = List.of("people", "from", "until");

  private final transient RecommendationsPage.Services services;
  private final NativeDetails details = new NativeDetails();
  private final Paragraph about = new Paragraph();
  private final Button compare = new Button();
  private final Button cancel = new Button();
  private final Paragraph said = new Paragraph();
  private final LivePart<Map<String, String>> part = new LivePart<>(this::table);
  private transient Optional<String> running = Optional.empty();

  /// What the latest comparison says.
  ///
  /// @param running the job, while it runs
  /// @param failed why the latest one told nothing
  /// @param result of the latest that told something; empty while none did
  record News(Optional<JobStatus> running, Optional<Words> failed, Map<String, String> result) {
    /// @param jobs the newest first
    static News of(List<JobStatus> jobs) {
      List<JobStatus> mine = jobs.stream().filter(j -> j.kind().equals(KIND)).toList();
      Optional<JobStatus> last = mine.stream().findFirst();
      return new News(
          last.filter(j -> !j.state().isOver()),
          last.filter(j -> j.state() == JobStatus.State.FAILED).flatMap(JobStatus::note),
          mine.stream()
              .filter(j -> j.state() == JobStatus.State.DONE)
              .findFirst()
              .map(JobStatus::result)
              .orElse(Map.of()));
    }
  }

  /// @param cannot why it could not learn; then the figures are absent
  /// @param hits share of people with a hit
  /// @param ndcg among 10
  /// @param within half of its 95 % interval
  /// @param listed share of the products that stood on some list
  private record Engine(
      String name,
      Optional<String> cannot,
      double hits,
      double ndcg,
      double within,
      double listed,
      double seconds) {
    static Engine of(String name, String told) {
      if (told.startsWith("!")) {
        return new Engine(name, Optional.of(told.substring(1).strip()), -1, -1, 0, 0, 0);
      }
      double[] f = new double[5];
      String[] parts = told.split(" ", -1);
      for (int k = 0; k < f.length; k++) {
        f[k] = Double.parseDouble(parts[k]);
      }
      return new Engine(name, Optional.empty(), f[0], f[1], f[2], f[3], f[4]);
    }
  }

  EngineTable(RecommendationsPage.Services services, Runnable changed) {
    this.services = services;
    setId("expert");
    addClassNames("shell-panel", "mq-whole");
    about.addClassName("mq-note");
    said.setId("comparing");
    said.addClassName("mq-note");
    said.getElement().setAttribute("role", "status");
    compare.setId("compare");
    compare.setVisible(Actor.current().may("job.start") && Actor.current().may("recommend.train"));
    compare.addClickListener(e -> {
      Told.when(this, () -> services.jobs().start(JobRequest.of(KIND, "engines")));
      changed.run();
    });
    cancel.setId("cancel-comparing");
    cancel.addClickListener(e -> running.ifPresent(services.jobs()::cancel));
    Div tools = new Div(compare, cancel);
    tools.addClassName("mq-tools");
    details.setContent(new Div(about, tools, said, part));
    add(details);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    details.setSummaryText(getTranslation("strategy.engines"));
    about.setText(getTranslation("strategy.engines.about"));
    compare.setText(getTranslation("strategy.engines.compare"));
    cancel.setText(getTranslation("shell.cancel"));
  }

  void show(News news) {
    running = news.running.map(JobStatus::id);
    compare.setEnabled(running.isEmpty());
    cancel.setVisible(running.isPresent() && Actor.current().may("job.cancel"));
    said.setText(
        news.running
            .flatMap(JobStatus::step)
            .or(() -> news.failed)
            .map(words -> words.in(getLocale()))
            .orElse(""));
    part.show(news.result);
  }

  private List<Component> table(Map<String, String> result) {
    if (result.isEmpty()) {
      return List.of();
    }
    Formats formats = services.formats(getLocale());
    ModelWords words = new ModelWords(this, formats);
    List<Engine> engines = new ArrayList<>();
    result.forEach((name, told) -> {
      if (!NO_ENGINES.contains(name)) {
        engines.add(Engine.of(name, told));
      }
    });
    engines.sort(Comparator.comparingDouble(Engine::ndcg).reversed());
    Grid<Engine> grid = Lists.grid("engines-grid");
    grid.addColumn(e -> words.algorithm(e.name))
        .setHeader(getTranslation("strategy.engines.name"))
        .setFlexGrow(2);
    grid.addColumn(e ->
            e.cannot.orElseGet(() ->
                getTranslation(
                    "strategy.engines.within", formats.percent(e.ndcg), formats.percent(e.within))))
        .setHeader(getTranslation("strategy.engines.ndcg"))
        .setFlexGrow(2);
    grid.addColumn(e -> figure(e, formats.percent(e.hits)))
        .setHeader(getTranslation("strategy.engines.hits"));
    Grid.Column<Engine> listed =
        grid.addColumn(e -> figure(e, formats.percent(e.listed)))
            .setHeader(getTranslation("strategy.engines.listed"));
    Grid.Column<Engine> seconds =
        grid.addColumn(e -> figure(e, formats.number(Math.round(e.seconds))))
            .setHeader(getTranslation("strategy.engines.seconds"));
    Lists.inWideWindows(grid, listed, seconds);
    grid.setItems(engines);
    Paragraph note =
        new Paragraph(
            getTranslation(
                "strategy.engines.note",
                formats.number(Long.parseLong(result.getOrDefault("people", "0"))),
                formats.dateTime(Instant.parse(result.getOrDefault("from", "")))));
    note.addClassName("mq-note");
    return List.of(grid, note);
  }

  private static String figure(Engine engine, String text) {
    return engine.cannot.isPresent() ? Formats.UNKNOWN : text;
  }
}
