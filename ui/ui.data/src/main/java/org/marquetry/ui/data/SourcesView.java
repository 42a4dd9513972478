package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.data.api.Sources.Alert;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.data.api.Sources.Trouble;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;

/// Alerts first, then all sources; of the one in the address its last runs.
final class SourcesView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final String WRITE = "data.configure";
  private static final int RUNS = 30;
  private static final Pattern DAILY = Pattern.compile("([0-5]?\\d) ([01]?\\d|2[0-3]) \\* \\* \\*");

  private final transient SourcesPage.Services services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button add = new Button();
  private final LivePart<List<Alert>> alerts = new LivePart<>(this::alerts);
  private final LivePart<List<Source>> sources = new LivePart<>(this::sources);
  private final LivePart<Optional<List<Run>>> runs = new LivePart<>(this::runs);
  private transient Optional<String> wanted = Optional.empty();

  /// What the page shows.
  ///
  /// @param runs of the source in the address
  private record Shown(List<Source> sources, List<Alert> alerts, Optional<List<Run>> runs) {}

  SourcesView(SourcesPage.Services services) {
    this.services = services;
    setId("sources");
    about.addClassName("shell-subtitle");
    add.setId("add-source");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(Actor.current().may(WRITE));
    add.addClickListener(e -> new SourceDialog(services, Optional.empty(), this::show).open());
    Div head = new Div(new Div(title, about), add);
    head.addClassName("shell-head");
    Div place = new Div(alerts, sources, runs);
    place.addClassName("mq-whole");
    add(head, place);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    wanted = event.getRouteParameters().get("source");
    if (isAttached()) {
      show();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("data.sources"));
    about.setText(getTranslation("data.sources.about"));
    add.setText(getTranslation("data.sources.add"));
    show();
  }

  private Shown look() {
    return new Shown(
        services.sources().list(),
        services.sources().alerts(),
        wanted.map(id -> services.sources().runs(id, RUNS)));
  }

  private void show() {
    show(look());
  }

  private void show(Shown shown) {
    alerts.show(shown.alerts);
    sources.show(shown.sources);
    runs.show(shown.runs);
  }

  private List<Component> alerts(List<Alert> alerts) {
    if (alerts.isEmpty()) {
      return List.of();
    }
    Formats formats = formats();
    Grid<Alert> grid = Lists.grid("alert-grid");
    grid.addColumn(Alert::name).setHeader(getTranslation("data.sources.name"));
    grid.addComponentColumn(a -> chip(a.trouble()))
        .setHeader(getTranslation("data.sources.trouble"));
    grid.addColumn(a -> a.words().in(getLocale()))
        .setHeader(getTranslation("data.sources.words"))
        .setFlexGrow(3);
    grid.addColumn(a -> formats.dateTime(a.since()))
        .setHeader(getTranslation("data.sources.since"));
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::remedy).setHeader(getTranslation("data.script.actions"));
    }
    grid.setItems(alerts);
    return List.of(new H2(getTranslation("data.sources.alerts")), grid);
  }

  private Span chip(Trouble trouble) {
    Span chip = new Span(word("trouble", trouble));
    chip.addClassNames("mq-chip", "mq-odd");
    return chip;
  }

  private String word(String what, Enum<?> value) {
    return getTranslation(
        "data.sources." + what + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private Component remedy(Alert alert) {
    return alert.trouble() == Trouble.OTHER_COLUMNS
        ? Lists.link(HeldPage.address(alert.source()), getTranslation("data.sources.other-columns"))
        : button("data.sources.run", alert.name(), () -> services.sources().run(alert.source()));
  }

  private List<Component> sources(List<Source> sources) {
    if (sources.isEmpty()) {
      return List.of(Lists.empty(this, "no-sources", "download-alt", "data.sources.empty"));
    }
    Formats formats = formats();
    Grid<Source> grid = Lists.grid("source-grid");
    grid.addComponentColumn(s -> Lists.link("sources/" + s.id(), s.feed().name()))
        .setHeader(getTranslation("data.sources.name"));
    Grid.Column<Source> where =
        grid.addColumn(s -> s.feed().where() + " " + s.feed().pattern())
            .setHeader(getTranslation("data.sources.where"))
            .setFlexGrow(3);
    Grid.Column<Source> when =
        grid.addColumn(s -> when(s.feed().cron())).setHeader(getTranslation("data.sources.cron"));
    Lists.inWideWindows(grid, where, when);
    grid.addColumn(s ->
            s.removedAt()
                .map(at -> getTranslation("data.script.removed", formats.dateTime(at)))
                .orElseGet(() -> getTranslation("data.script.active")))
        .setHeader(getTranslation("data.script.state"));
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::actions)
          .setHeader(getTranslation("data.script.actions"))
          .setWidth("17rem")
          .setFlexGrow(0);
    }
    grid.setItems(sources);
    return List.of(grid);
  }

  /// In words where it is daily.
  private String when(String cron) {
    Matcher daily = DAILY.matcher(cron);
    return daily.matches()
        ? getTranslation(
            "data.sources.daily",
            String.format(Locale.ROOT, "%02d:%02d", number(daily, 2), number(daily, 1)))
        : cron;
  }

  private static int number(Matcher daily, int group) {
    return Integer.parseInt(daily.group(group));
  }

  private Component actions(Source source) {
    String name = source.feed().name();
    if (source.removedAt().isPresent()) {
      return new Div(
          button("data.script.restore", name, () -> services.sources().restore(source.id())));
    }
    Button change =
        Lists.action(
            getTranslation("data.script.change"),
            name,
            () -> new SourceDialog(services, Optional.of(source), this::show).open());
    return new Div(
        button("data.sources.run", name, () -> services.sources().run(source.id())),
        change,
        button("data.script.remove", name, () -> services.sources().remove(source.id())));
  }

  private Button button(String text, String name, Runnable action) {
    return Lists.action(
        getTranslation(text),
        name,
        () -> {
          action.run();
          show();
        });
  }

  private List<Component> runs(Optional<List<Run>> runs) {
    return runs.<List<Component>>map(r ->
            List.of(
                new H2(getTranslation("data.sources.runs")),
                r.isEmpty() ? Lists.none(getTranslation("data.sources.runs.none")) : grid(r)))
        .orElse(List.of());
  }

  private Grid<Run> grid(List<Run> runs) {
    Formats formats = formats();
    Grid<Run> grid = Lists.grid("run-grid");
    grid.addColumn(r -> formats.dateTime(r.at())).setHeader(getTranslation("data.retention.when"));
    grid.addColumn(r -> r.file().isEmpty() ? Formats.UNKNOWN : r.file())
        .setHeader(getTranslation("data.sources.file"));
    grid.addColumn(r -> word("outcome", r.outcome()))
        .setHeader(getTranslation("data.sources.outcome"));
    grid.addColumn(r -> formats.number(r.rows())).setHeader(getTranslation("data.quality.rows"));
    grid.addColumn(r -> r.words().map(w -> w.in(getLocale())).orElse(""))
        .setHeader(getTranslation("data.sources.words"))
        .setFlexGrow(3);
    grid.setItems(runs);
    return grid;
  }

  private Formats formats() {
    return new Formats(getLocale(), services.zone().zone());
  }
}
