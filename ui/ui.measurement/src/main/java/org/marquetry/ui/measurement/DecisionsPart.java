package org.marquetry.ui.measurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentReadings.Change;
import org.marquetry.experiment.api.WasItTrue;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.Told;

/// What was decided, by whom and why, what it looked like then, what changed since, and whether it
/// was true.
record DecisionsPart(
    Component page, ExperimentServices services, ResultWords words, Runnable changed) {

  /// A decision and what is known of it today.
  ///
  /// @param undo whether it can be undone now
  record Decided(
      ExperimentDecision decision,
      List<Change> changes,
      Optional<WasItTrue> truth,
      boolean undo,
      boolean due) {}

  /// @param newest whether none was made after it
  /// @param whole whether the facts are asked too
  static Decided of(
      ExperimentServices services, ExperimentDecision decision, boolean newest, boolean whole) {
    Instant now = services.clock().instant();
    String id = decision.experiment();
    int number = decision.number();
    return new Decided(
        decision,
        whole && decision.holds() ? services.readings().changedSince(id, number) : List.of(),
        whole ? services.readings().wasItTrue(id, number) : Optional.empty(),
        newest && decision.canBeUndone(now),
        decision.due().map(due -> !now.isBefore(due)).orElse(false));
  }

  List<Component> draw(List<Decided> all) {
    if (all.isEmpty()) {
      return List.of(Lists.none(text("measurement.decisions.none")));
    }
    UnaryOperator<String> names =
        services.colleagues().names(page.getUI().orElseThrow().getLocale());
    UnorderedList list = new UnorderedList();
    list.setId("decisions");
    list.addClassName("mq-agenda");
    all.forEach(d -> list.add(row(d, names)));
    return List.of(list);
  }

  private ListItem row(Decided decided, UnaryOperator<String> names) {
    ExperimentDecision d = decided.decision;
    Formats formats = services.formats(words.language());
    Span what = new Span(words.choice(d.choice()));
    what.addClassName("mq-strong-text");
    Span who =
        new Span(text("measurement.decisions.by", names.apply(d.by()), formats.dateTime(d.at())));
    who.addClassName("mq-note");
    Div line = new Div(what, who);
    line.addClassName("mq-line");
    List<Component> parts = new ArrayList<>(List.of(line, new Paragraph(d.reason())));
    d.seen()
        .forEach(seen ->
            parts.add(
                quiet(
                    text(
                        "measurement.decisions.seen",
                        words.group(seen.variant()),
                        words.amounts().person(seen.fixed()),
                        words.amounts().range(seen.alwaysValid()),
                        words.brief(seen.verdict())))));
    d.undone()
        .ifPresent(u ->
            parts.add(
                new Paragraph(
                    text(
                        "measurement.decisions.undone",
                        names.apply(u.by()),
                        formats.dateTime(u.at())))));
    decided.changes.stream()
        .flatMap(change -> words.changed(change).stream())
        .forEach(text -> parts.add(marked(text)));
    decided.truth.ifPresent(told -> parts.add(new Paragraph(words.truth(told, decided.due))));
    if (decided.undo && ExperimentServices.mayDecide()) {
      parts.add(
          new Div(
              Lists.action(
                  text("measurement.decisions.undo"),
                  words.choice(d.choice()),
                  () -> {
                    Told.when(page, () -> services.experiments().undo(d.experiment(), d.number()));
                    changed.run();
                  })));
    }
    return new ListItem(parts.toArray(Component[]::new));
  }

  private static Div quiet(String text) {
    Div line = new Div(text);
    line.addClassName("mq-note");
    return line;
  }

  private static Paragraph marked(String text) {
    Paragraph line = new Paragraph(text);
    line.addClassNames("shell-bad", "changed");
    return line;
  }

  private String text(String key, Object... values) {
    return page.getTranslation(key, values);
  }
}
