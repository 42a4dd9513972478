package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
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
import java.util.function.UnaryOperator;
import org.marquetry.data.api.Retention.Change;
import org.marquetry.data.api.Retention.Kind;
import org.marquetry.data.api.Retention.Place;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;

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
  private final LivePart<List<Kind>> kinds = new LivePart<>(this::kinds);
  private final LivePart<List<Place>> disk = new LivePart<>(this::disk);
  private final LivePart<List<Changed>> changes = new LivePart<>(this::changes);
  private transient Optional<String> running = Optional.empty();

  /// A change, and of which kind of data.
  private record Changed(Words kind, Change change) {}

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
    Div place = new Div(kinds, disk, changes);
    place.addClassName("mq-whole");
    add(head, place);
    services.live().watch(this, PERIOD, this::job, this::news);
  }

  private void begin(String job) {
    running = Optional.of(job);
    bar.setVisible(true);
    apply.setEnabled(false);
  }

  /// The last one, also when it is over: one that was quick is seen too.
  private Optional<JobStatus> job() {
    return services.jobs().list().stream().filter(j -> j.kind().equals(KIND)).findFirst();
  }

  private void news(Optional<JobStatus> job) {
    running = job.filter(j -> !j.state().isOver()).map(JobStatus::id);
    bar.setVisible(running.isPresent());
    cancel.setVisible(running.isPresent() && Actor.current().may("job.cancel"));
    apply.setEnabled(running.isEmpty());
    if (running.isEmpty()) {
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
    List<Kind> all = services.retention().kinds();
    kinds.show(all);
    disk.show(services.retention().disk());
    changes.show(
        all.stream()
            .flatMap(k ->
                services.retention().history(k.id()).stream().map(c -> new Changed(k.words(), c)))
            .sorted(Comparator.comparing((Changed c) -> c.change.at()).reversed())
            .toList());
  }

  private List<Component> disk(List<Place> disk) {
    Formats formats = formats();
    Grid<Place> grid = Lists.grid("disk-grid");
    grid.addColumn(this::part).setHeader(getTranslation("data.retention.folder"));
    grid.addColumn(p -> getTranslation("data.retention.mb", formats.number(p.bytes() / MEGABYTE)))
        .setHeader(getTranslation("data.retention.size"));
    grid.setItems(disk);
    return List.of(new H2(getTranslation("data.retention.disk")), grid);
  }

  private List<Component> changes(List<Changed> changes) {
    H2 title = new H2(getTranslation("data.retention.changes"));
    if (changes.isEmpty()) {
      return List.of(title, Lists.none(getTranslation("data.retention.changes.none")));
    }
    Formats formats = formats();
    Grid<Changed> grid = Lists.grid("change-grid");
    grid.addColumn(c -> formats.dateTime(c.change.at()))
        .setHeader(getTranslation("data.retention.when"));
    grid.addColumn(c -> c.kind.in(getLocale())).setHeader(getTranslation("data.retention.kind"));
    grid.addColumn(c -> words(c.change.days())).setHeader(getTranslation("data.retention.kept"));
    UnaryOperator<String> names = services.colleagues().names(getLocale());
    grid.addColumn(c -> names.apply(c.change.by())).setHeader(getTranslation("data.retention.by"));
    grid.setItems(changes);
    return List.of(title, grid);
  }

  private Formats formats() {
    return new Formats(getLocale(), services.zone().zone());
  }

  private List<Component> kinds(List<Kind> kinds) {
    Formats formats = formats();
    Grid<Kind> grid = Lists.grid("kind-grid");
    grid.addColumn(k -> k.words().in(getLocale()))
        .setHeader(getTranslation("data.retention.kind"))
        .setWidth("8rem")
        .setFlexGrow(3);
    grid.addColumn(k -> words(k.days())).setHeader(getTranslation("data.retention.kept"));
    Grid.Column<Kind> usual =
        grid.addColumn(k -> words(k.usual())).setHeader(getTranslation("data.retention.usual"));
    Grid.Column<Kind> rows =
        grid.addColumn(k -> formats.number(k.rows()))
            .setHeader(getTranslation("data.retention.rows"));
    Grid.Column<Kind> expiring =
        grid.addColumn(k -> formats.number(k.expiring()))
            .setHeader(getTranslation("data.retention.expiring"));
    Lists.inWideWindows(grid, usual, rows, expiring);
    if (Actor.current().may(WRITE)) {
      grid.addComponentColumn(this::change).setHeader(getTranslation("data.script.actions"));
    }
    grid.setItems(kinds);
    return List.of(grid);
  }

  private Component change(Kind kind) {
    String name = kind.words().in(getLocale());
    return Lists.action(
        getTranslation("data.script.change"),
        name,
        () -> new KeepDialog(services.retention(), kind, name, this::show).open());
  }

  /// A part of the disk in words; the name of its folder where it is not known here.
  private String part(Place place) {
    String key = "data.retention.part." + place.name();
    String text = getTranslation(key);
    return text.equals(key) || text.startsWith("!") ? place.name() : text;
  }

  private String words(OptionalInt days) {
    return days.isPresent()
        ? getTranslation("data.retention.days", days.getAsInt())
        : getTranslation("data.retention.forever");
  }
}
