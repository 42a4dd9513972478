package org.marquetry.ui.sandbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.sandbox.api.Sandbox;
import org.marquetry.sandbox.api.SandboxState;
import org.marquetry.sandbox.api.SandboxState.Phase;
import org.marquetry.ui.api.Calendar;
import org.marquetry.ui.api.Formats;

/// Where the world stands, and the buttons that drive its clock; a way that takes time shows how
/// far it has come and can be stopped.
final class WorldView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String JOB = "sandbox.stream";
  private static final int FARTHEST_DAYS = 400;

  private final transient WorldPage.Services services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Div tiles = new Div();
  private final Paragraph words = new Paragraph();
  private final ProgressBar bar = new ProgressBar(0, 1, 0);
  private final Button pause = new Button();
  private final Button real = new Button();
  private final Button fast = new Button();
  private final DatePicker day = new DatePicker();
  private final Button go = new Button();
  private final Paragraph refused = new Paragraph();
  private transient Optional<Way> way = Optional.empty();

  /// What is looked for again and again.
  private record Seen(SandboxState state, Optional<Double> told) {}

  /// The way to a day.
  private record Way(Instant from, Instant until) {
    double done(Instant now) {
      double all = Duration.between(from, until).toMillis();
      return all <= 0 ? 1 : Math.clamp(Duration.between(from, now).toMillis() / all, 0, 1);
    }
  }

  WorldView(WorldPage.Services services) {
    this.services = services;
    setId("world");
    about.addClassName("shell-subtitle");
    tiles.addClassName("mq-tiles");
    words.setId("world-words");
    words.getElement().setAttribute("role", "status");
    bar.setId("world-bar");
    refused.setId("refused");
    refused.addClassName("shell-bad");
    refused.getElement().setAttribute("role", "alert");
    Div panel = new Div(words, bar, tools(), refused);
    panel.addClassNames("shell-panel", "mq-whole");
    add(title, about, tiles, panel);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  private Div tools() {
    Sandbox sandbox = services.sandbox();
    button(pause, "pause", sandbox::pause);
    button(real, "real", () -> sandbox.run(Sandbox.REAL));
    button(fast, "fast", () -> sandbox.run(1));
    button(go, "go", () -> Optional.ofNullable(day.getValue()).ifPresent(sandbox::advanceTo));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    day.setId("day");
    day.addValueChangeListener(_ -> go.setEnabled(day.getValue() != null && day.isEnabled()));
    Div tools = new Div(pause, real, fast, day, go);
    tools.addClassNames("mq-tools", "mq-fields");
    tools.setVisible(Actor.current().may("sandbox.drive"));
    return tools;
  }

  private void button(Button button, String id, Runnable act) {
    button.setId(id);
    button.addClickListener(_ -> {
      refused.setText("");
      try {
        act.run();
      } catch (IllegalArgumentException | IllegalStateException e) {
        refused.setText(getTranslation("sandbox.world.refused", String.valueOf(e.getMessage())));
      }
      show(look());
    });
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("sandbox.world"));
    about.setText(getTranslation("sandbox.world.about"));
    pause.setText(getTranslation("sandbox.world.pause"));
    real.setText(getTranslation("sandbox.world.real"));
    fast.setText(getTranslation("sandbox.world.fast"));
    go.setText(getTranslation("sandbox.world.go"));
    day.setLabel(getTranslation("sandbox.world.day"));
    day.setLocale(getLocale());
    day.setI18n(
        Calendar.of(
            getLocale(),
            getTranslation("sandbox.world.today"),
            getTranslation("sandbox.world.cancel")));
    refused.setText("");
    show(look());
  }

  private Seen look() {
    Optional<Double> told =
        services.jobs().list().stream()
            .filter(job -> job.kind().equals(JOB) && !job.state().isOver())
            .map(JobStatus::done)
            .findFirst();
    return new Seen(services.sandbox().state(), told);
  }

  private void show(Seen seen) {
    SandboxState state = seen.state;
    Formats formats = new Formats(getLocale(), services.zone().zone());
    tiles.removeAll();
    tile(
        "now",
        formats.date(services.zone().day(state.now())),
        formats.time(state.now()) + " · " + pace(state, formats));
    boolean lives = state.phase() == Phase.LIVING;
    tile("customers", lives ? formats.number(state.customers()) : Formats.UNKNOWN, "");
    tile("events", formats.number(state.events()), "");
    way =
        state
            .until()
            .map(end -> way.filter(w -> w.until.equals(end)).orElse(new Way(state.now(), end)));
    Optional<Double> done =
        lives ? way.map(w -> w.done(state.now())) : Optional.of(seen.told.orElse(0.0));
    bar.setVisible(done.isPresent());
    bar.setValue(done.map(share -> Math.clamp(share, 0, 1)).orElse(0.0));
    words.setText(words(seen, formats));
    bar.getElement().setAttribute("aria-label", words.getText());
    boolean drives = lives && state.driven();
    pause.setEnabled(drives && state.daysPerSecond() > 0);
    real.setEnabled(drives);
    fast.setEnabled(drives);
    day.setEnabled(drives);
    LocalDate today = services.zone().today();
    day.setMin(today.plusDays(1));
    day.setMax(today.plusDays(FARTHEST_DAYS));
    go.setEnabled(drives && day.getValue() != null);
  }

  private String pace(SandboxState state, Formats formats) {
    double pace = state.daysPerSecond();
    if (pace == 0) {
      return getTranslation("sandbox.world.pace.stands");
    }
    if (pace <= 1.5 * Sandbox.REAL) {
      return getTranslation("sandbox.world.pace.real");
    }
    return pace == 1
        ? getTranslation("sandbox.world.pace.day")
        : getTranslation("sandbox.world.pace", formats.number(pace));
  }

  private String words(Seen seen, Formats formats) {
    SandboxState state = seen.state;
    return switch (state.phase()) {
      case WAITING -> getTranslation("sandbox.world.waiting");
      case PAST -> getTranslation("sandbox.world.past", formats.percent(seen.told.orElse(0.0)));
      case LIVING ->
          !state.driven()
              ? getTranslation("sandbox.world.undriven")
              : state
                  .until()
                  .map(end ->
                      getTranslation("sandbox.world.until", formats.date(services.zone().day(end))))
                  .orElseGet(() -> getTranslation("sandbox.world.living"));
    };
  }

  private void tile(String id, String value, String note) {
    Span label = new Span(getTranslation("sandbox.world.tile." + id));
    label.addClassName("mq-label");
    Span number = new Span(value);
    number.setId("world-" + id);
    number.addClassName("mq-value");
    Div tile = new Div(label, number);
    tile.addClassName("mq-tile");
    if (!note.isEmpty()) {
      Span below = new Span(note);
      below.addClassName("mq-note");
      tile.add(below);
    }
    tiles.add(tile);
  }
}
