package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.feature.api.ChangeProgress;
import org.marquetry.feature.api.ChangeRun;
import org.marquetry.feature.api.ChangeRun.Stage;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// The change that is made now or was made last, step by step. All of it is the feature manager's:
/// a page that is loaded anew, or whose bundle is exchanged, shows the same.
final class RunPart extends Div {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final transient ExtensionServices services;
  private final transient Runnable changed;
  private final LivePart<Pulse> place = new LivePart<>(this::draw);
  private final Paragraph said = new Paragraph(); // its seconds pass, and no button is exchanged
  private transient Pulse shown;
  private transient Optional<Instant> dismissed = Optional.empty();

  /// @param left seconds of probation
  record Pulse(Optional<ChangeProgress> progress, Optional<ChangeRun> last, long left) {
    /// What is installed is another when this is.
    List<?> stage() {
      return List.of(
          progress.filter(p -> p.refused().isEmpty()).isPresent(),
          last.map(ChangeRun::at),
          last.map(ChangeRun::stage));
    }

    /// What is drawn anew when it is another.
    Pulse still() {
      return new Pulse(progress, last, 0);
    }
  }

  /// @param changed called in the tab when a change is further
  RunPart(ExtensionServices services, Runnable changed) {
    this.services = services;
    this.changed = changed;
    setId("run");
    said.setId("stage");
    addClassName("mq-whole");
    place.getElement().setAttribute("role", "status");
    add(place);
    shown = look();
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  /// Show what is now, in the language of now.
  void refresh() {
    show(look());
  }

  private Pulse look() {
    Optional<ChangeRun> last = services.features().last();
    long left =
        last.flatMap(ChangeRun::probationEnd)
            .map(end -> Duration.between(services.clock().instant(), end).toSeconds())
            .map(s -> Math.max(0, s))
            .orElse(0L);
    return new Pulse(services.features().progress(), last, left);
  }

  private void show(Pulse now) {
    boolean further = !now.stage().equals(shown.stage());
    shown = now;
    place.show(now.still());
    now.last().ifPresent(run -> say(run, now.left()));
    if (further) {
      changed.run();
    }
  }

  private List<Component> draw(Pulse now) {
    if (now.progress().isPresent()) {
      ChangeProgress progress = now.progress().get();
      if (progress.refused().isEmpty()) {
        return List.of(panel(making(progress)));
      }
      if (progress.by().equals("user/" + Actor.current().name())
          && !dismissed.equals(Optional.of(progress.since()))) {
        return List.of(panel(refusal(progress)));
      }
    }
    return now.last().map(run -> List.<Component>of(panel(run(run)))).orElse(List.of());
  }

  private static Div panel(List<Component> content) {
    Div panel = new Div();
    panel.addClassName("shell-panel");
    content.forEach(part -> {
      if (part instanceof Paragraph said) {
        said.getStyle().setMargin("0 0 0.4rem");
      }
      panel.add(part);
    });
    return panel;
  }

  private List<Component> making(ChangeProgress progress) {
    String step = progress.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String words = getTranslation("extensions.run." + step);
    boolean known = progress.all() > 0;
    ProgressBar bar =
        known ? new ProgressBar(0, progress.all(), progress.done()) : new ProgressBar();
    bar.setIndeterminate(!known);
    bar.getElement().setAttribute("aria-label", words);
    Paragraph said =
        new Paragraph(
            progress.bundle().isEmpty()
                ? words
                : getTranslation(
                    "extensions.run.bundle",
                    words,
                    progress.done() + 1,
                    progress.all(),
                    progress.bundle()));
    return List.of(said, bar);
  }

  private List<Component> refusal(ChangeProgress progress) {
    Paragraph said = new Paragraph(getTranslation("extensions.run.refused"));
    said.addClassName("shell-bad");
    Button close =
        button(
            "dismiss",
            () -> {
              dismissed = Optional.of(progress.since());
              show(new Pulse(Optional.empty(), shown.last(), shown.left()));
            });
    return List.of(said, Refusals.said(progress.refused().stream().toList(), getLocale()), close);
  }

  private void say(ChangeRun run, long left) {
    String stage = run.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
    said.setText(
        getTranslation(
            "extensions.run." + stage,
            String.join(
                getTranslation("extensions.comma"),
                run.features().stream().map(words()::moved).toList()),
            left));
    said.getElement().setAttribute("data-stage", stage);
    said.setClassName("shell-bad", run.stage() == Stage.TAKEN_BACK);
  }

  private List<Component> run(ChangeRun run) {
    List<Component> all = new ArrayList<>();
    all.add(said);
    run.reason().ifPresent(reason -> all.add(Refusals.said(List.of(reason), getLocale())));
    if (run.stage() == Stage.PROBATION && services.mayInstall()) {
      all.add(tools(primary("keep", services.features()::keep), button("back", this::back)));
    } else if (run.stage() == Stage.STAGED && services.mayInstall()) {
      all.add(tools(primary("restart", this::askRestart), button("back", this::back)));
    }
    return all;
  }

  private PlanWords words() {
    return new PlanWords(this::getTranslation, getLocale(), services.people(getLocale()).names());
  }

  private static Div tools(Component... buttons) {
    Div tools = new Div(buttons);
    tools.addClassName("mq-tools");
    return tools;
  }

  private void back() {
    services.features().takeBack();
  }

  private void askRestart() {
    Dialog dialog = new Dialog(getTranslation("extensions.restart.title"));
    dialog.add(new Paragraph(getTranslation("extensions.restart.words")));
    Button yes = button("restart", services.features()::restart);
    yes.setId("restart-yes");
    yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    yes.addClickListener(_ -> dialog.close());
    dialog.getFooter().add(new Button(getTranslation("shell.cancel"), _ -> dialog.close()), yes);
    dialog.open();
  }

  private Button primary(String word, Runnable act) {
    Button button = button(word, act);
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  private Button button(String word, Runnable act) {
    Button button = new Button(getTranslation("extensions.run.do." + word));
    button.setId("run-" + word);
    button.addClickListener(_ -> {
      Told.when(this, () -> Refusals.asArgument(act));
      refresh();
    });
    return button;
  }
}
