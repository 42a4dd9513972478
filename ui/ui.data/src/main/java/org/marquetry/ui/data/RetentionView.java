package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.data.api.Retention.Change;
import org.marquetry.data.api.Retention.Kind;
import org.marquetry.data.api.Retention.Place;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.ui.api.Formats;

/// Kinds of data with how long they are kept, how much there is and how much goes with the next
/// run; what is on disk; who changed what. Letting go shows its progress and can be cancelled.
final class RetentionView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String WRITE = "data.configure";
  private static final String KIND = "retention.apply";
  private static final double MEGABYTE = 1e6;

  private final transient RetentionPage.Services services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button apply = new Button();
  private final Button cancel = new Button();
  private final ProgressBar bar = new ProgressBar();
  private final Div place = new Div();
  private transient Optional<String> running = Optional.empty();

  RetentionView(RetentionPage.Services services) {
    this.services = services;
    setId("retention");
    about.addClassName("shell-subtitle");
    apply.setId("apply");
    apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    apply.setVisible(Actor.current().may(WRITE));
    apply.addClickListener(
        e -> new LetGoDialog(services.retention(), getLocale(), this::begin).open());
    cancel.setId("cancel");
    cancel.setVisible(false);
    cancel.addClickListener(e -> running.ifPresent(services.jobs()::cancel));
    bar.setId("letting-go");
    bar.setIndeterminate(true);
    bar.setVisible(false);
    bar.setWidth("10rem");
    Div tools = new Div(bar, cancel, apply);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(title, about), tools);
    head.addClassName("shell-head");
    place.addClassName("mq-whole");
    add(head, place);
    services.live().watch(this, PERIOD, this::job, this::news);
  }

  private void begin(String job) {
    running = Optional.of(job);
    bar.setVisible(true);
    apply.setEnabled(false);
  }

  private Optional<String> job() {
    return services.jobs().list().stream()
        .filter(j -> j.kind().equals(KIND) && !j.state().isOver())
        .findFirst()
        .map(JobStatus::id);
  }

  private void news(Optional<String> job) {
    running = job;
    bar.setVisible(job.isPresent());
    cancel.setVisible(job.isPresent() && Actor.current().may("job.cancel"));
    apply.setEnabled(job.isEmpty());
    if (job.isEmpty()) {
      show();
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("data.retention"));
    about.setText(getTranslation("data.retention.about"));
    apply.setText(getTranslation("data.retention.apply"));
    cancel.setText(getTranslation("data.cancel"));
    bar.getElement().setAttribute("aria-label", getTranslation("data.retention.running"));
    show();
  }

  private void show() {
    Formats formats = new Formats(getLocale(), services.zone().zone());
    List<Kind> kinds = services.retention().kinds();
    place.removeAll();
    place.add(kinds(kinds, formats), new H2(getTranslation("data.retention.disk")));
    List<Place> disk = services.retention().disk();
    Grid<Place> places = grid("disk-grid");
    places.addColumn(Place::name).setHeader(getTranslation("data.retention.folder"));
    places
        .addColumn(p -> getTranslation("data.retention.mb", formats.number(p.bytes() / MEGABYTE)))
        .setHeader(getTranslation("data.retention.size"));
    places.setItems(disk);
    place.add(places, new H2(getTranslation("data.retention.changes")));
    List<Change> changes =
        kinds.stream()
            .flatMap(k -> services.retention().history(k.id()).stream())
            .sorted(Comparator.comparing(Change::at).reversed())
            .toList();
    if (changes.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("data.retention.changes.none"));
      none.addClassName("shell-subtitle");
      place.add(none);
      return;
    }
    Grid<Change> history = grid("change-grid");
    history
        .addColumn(c -> formats.dateTime(c.at()))
        .setHeader(getTranslation("data.retention.when"));
    history.addColumn(c -> name(c.kind())).setHeader(getTranslation("data.retention.kind"));
    history.addColumn(c -> words(c.days())).setHeader(getTranslation("data.retention.kept"));
    history.addColumn(Change::by).setHeader(getTranslation("data.retention.by"));
    history.setItems(changes);
    place.add(history);
  }

  private Grid<Kind> kinds(List<Kind> kinds, Formats formats) {
    Grid<Kind> grid = grid("kind-grid");
    grid.addColumn(k -> name(k.id()))
        .setHeader(getTranslation("data.retention.kind"))
        .setWidth("14rem")
        .setFlexGrow(3);
    grid.addColumn(k -> words(k.days())).setHeader(getTranslation("data.retention.kept"));
    grid.addColumn(k -> words(k.usual())).setHeader(getTranslation("data.retention.usual"));
    grid.addColumn(k -> formats.number(k.rows())).setHeader(getTranslation("data.retention.rows"));
    grid.addColumn(k -> formats.number(k.expiring()))
        .setHeader(getTranslation("data.retention.expiring"));
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::change).setHeader(getTranslation("data.script.actions"));
    }
    grid.setItems(kinds);
    return grid;
  }

  private static <T> Grid<T> grid(String id) {
    Grid<T> grid = new Grid<>();
    grid.setId(id);
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    return grid;
  }

  private Component change(Kind kind) {
    Button change = new Button(getTranslation("data.script.change"));
    change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    change.setAriaLabel(getTranslation("data.script.change") + ": " + name(kind.id()));
    change.addClickListener(
        e -> new KeepDialog(services.retention(), kind, name(kind.id()), this::show).open());
    return change;
  }

  private String name(String kind) {
    return getTranslation("data.retention.kind." + kind);
  }

  private String words(OptionalInt days) {
    return days.isPresent()
        ? getTranslation("data.retention.days", days.getAsInt())
        : getTranslation("data.retention.forever");
  }
}
