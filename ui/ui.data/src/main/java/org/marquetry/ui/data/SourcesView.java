package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.data.api.Sources.Alert;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.data.api.Sources.Trouble;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Formats;

/// Alerts first, then all sources; of the one in the address its last runs.
final class SourcesView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final String WRITE = "data.configure";
  private static final int RUNS = 30;

  private final transient SourcesPage.Services services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button add = new Button();
  private final Div place = new Div();
  private transient Optional<String> wanted = Optional.empty();

  /// What the page shows.
  private record Shown(List<Source> sources, List<Alert> alerts, List<Run> runs) {}

  SourcesView(SourcesPage.Services services) {
    this.services = services;
    setId("sources");
    about.addClassName("shell-subtitle");
    add.setId("add-source");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(Actor.current().may(WRITE));
    add.addClickListener(
        e -> new SourceDialog(services.sources(), Optional.empty(), this::show).open());
    Div head = new Div(new Div(title, about), add);
    head.addClassName("shell-head");
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
        wanted.map(id -> services.sources().runs(id, RUNS)).orElse(List.of()));
  }

  private void show() {
    show(look());
  }

  private void show(Shown shown) {
    place.removeAll();
    if (shown.sources.isEmpty()) {
      place.add(nothing());
      return;
    }
    if (!shown.alerts.isEmpty()) {
      place.add(new H2(getTranslation("data.sources.alerts")), alerts(shown.alerts));
    }
    place.add(sources(shown.sources));
    if (wanted.isPresent()) {
      place.add(new H2(getTranslation("data.sources.runs")), runs(shown.runs));
    }
  }

  private Div nothing() {
    Div empty =
        new Div(
            new Icon("vaadin", "download-alt"),
            new H2(getTranslation("data.sources.empty.title")),
            new Paragraph(getTranslation("data.sources.empty.text")));
    empty.setId("no-sources");
    empty.addClassName("shell-quiet");
    return empty;
  }

  private static <T> Grid<T> grid(String id) {
    Grid<T> grid = new Grid<>();
    grid.setId(id);
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    return grid;
  }

  private Grid<Alert> alerts(List<Alert> alerts) {
    Formats formats = formats();
    Grid<Alert> grid = grid("alert-grid");
    grid.addColumn(Alert::name).setHeader(getTranslation("data.sources.name"));
    grid.addComponentColumn(a -> chip(a.trouble()))
        .setHeader(getTranslation("data.sources.trouble"));
    grid.addColumn(Alert::words).setHeader(getTranslation("data.sources.words")).setFlexGrow(3);
    grid.addColumn(a -> formats.dateTime(a.since()))
        .setHeader(getTranslation("data.sources.since"));
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::remedy).setHeader(getTranslation("data.script.actions"));
    }
    grid.setItems(alerts);
    return grid;
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
    Div actions = new Div();
    if (alert.trouble() == Trouble.OTHER_COLUMNS) {
      actions.add(
          button(
              "data.sources.accept",
              alert.name(),
              () -> services.sources().accept(alert.source())));
    }
    actions.add(
        button("data.sources.run", alert.name(), () -> services.sources().run(alert.source())));
    return actions;
  }

  private Grid<Source> sources(List<Source> sources) {
    Formats formats = formats();
    Grid<Source> grid = grid("source-grid");
    grid.addComponentColumn(SourcesView::link).setHeader(getTranslation("data.sources.name"));
    grid.addColumn(s -> s.feed().where() + " " + s.feed().pattern())
        .setHeader(getTranslation("data.sources.where"))
        .setFlexGrow(3);
    grid.addColumn(s -> s.feed().cron()).setHeader(getTranslation("data.sources.cron"));
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
    return grid;
  }

  private static Component link(Source source) {
    Anchor link = new Anchor("sources/" + source.id(), source.feed().name());
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private Component actions(Source source) {
    String name = source.feed().name();
    if (source.removedAt().isPresent()) {
      return new Div(
          button("data.script.restore", name, () -> services.sources().restore(source.id())));
    }
    Button change = button("data.script.change", name, () -> {});
    change.addClickListener(
        e -> new SourceDialog(services.sources(), Optional.of(source), this::show).open());
    return new Div(
        button("data.sources.run", name, () -> services.sources().run(source.id())),
        change,
        button("data.script.remove", name, () -> services.sources().remove(source.id())));
  }

  private Button button(String text, String name, Runnable action) {
    Button button = new Button(getTranslation(text));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(getTranslation(text) + ": " + name);
    button.addClickListener(e -> {
      action.run();
      show();
    });
    return button;
  }

  private Component runs(List<Run> runs) {
    if (runs.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("data.sources.runs.none"));
      none.addClassName("shell-subtitle");
      return none;
    }
    Formats formats = formats();
    Grid<Run> grid = grid("run-grid");
    grid.addColumn(r -> formats.dateTime(r.at())).setHeader(getTranslation("data.retention.when"));
    grid.addColumn(r -> r.file().isEmpty() ? Formats.UNKNOWN : r.file())
        .setHeader(getTranslation("data.sources.file"));
    grid.addColumn(r -> word("outcome", r.outcome()))
        .setHeader(getTranslation("data.sources.outcome"));
    grid.addColumn(r -> formats.number(r.rows())).setHeader(getTranslation("data.quality.rows"));
    grid.addColumn(Run::words).setHeader(getTranslation("data.sources.words")).setFlexGrow(3);
    grid.setItems(runs);
    return grid;
  }

  private Formats formats() {
    return new Formats(getLocale(), services.zone().zone());
  }
}
