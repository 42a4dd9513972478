package org.marquetry.ui.measurement;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.lib.verdict.ResultWords;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Calendar;
import org.marquetry.ui.api.InputDialog;

/// Decides about an experiment: what, why, and what follows from it. What the figures say is chosen
/// already.
final class DecideDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final Duration LONGER = Duration.ofDays(14);

  private final transient ExperimentServices services;
  private final transient RegisteredExperiment experiment;
  private final transient ResultWords words;
  private final transient Runnable done;
  private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
  private final DatePicker until = new DatePicker();
  private final TextField reason = new TextField();
  private final Paragraph follows = new Paragraph();

  /// What may be chosen.
  ///
  /// @param variant of SHIP; empty of the others
  private record Kind(What what, String variant) {}

  private enum What {
    SHIP,
    STOP,
    REPEAT,
    LONGER
  }

  /// @param done called once it is decided
  DecideDialog(ExperimentServices services, Reading reading, Runnable done) {
    super("measurement.decide", "measurement.decide.button", reading.experiment().name());
    this.services = services;
    this.experiment = reading.experiment();
    this.words = services.words(getLocale(), experiment);
    this.done = done;
    List<Kind> kinds = kinds(experiment.plan());
    kind.setId("choice");
    kind.setLabel(getTranslation("measurement.decide.what"));
    kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    kind.setItems(kinds);
    kind.setItemLabelGenerator(this::label);
    kind.setValue(
        ResultWords.best(reading)
            .map(arm -> suggested(arm.verdict().key(), arm.variant()))
            .filter(kinds::contains)
            .orElse(new Kind(What.STOP, "")));
    kind.addValueChangeListener(e -> follow());
    LocalDate today = services.zone().today();
    until.setId("until");
    until.setLabel(getTranslation("measurement.decide.until"));
    until.setI18n(
        Calendar.of(
            getLocale(),
            getTranslation("measurement.day.today"),
            getTranslation("measurement.day.cancel")));
    until.setLocale(getLocale());
    until.setMin(today.plusDays(1));
    until.setValue(later(today));
    until.addValueChangeListener(e -> follow());
    reason.setId("reason");
    reason.setLabel(getTranslation("measurement.decide.reason"));
    reason.setWidthFull();
    reason.setMaxLength(500);
    reason.setAutofocus(true);
    follows.setId("follows");
    add(kind, until, reason, follows);
    messageBelow();
    follow();
  }

  private LocalDate later(LocalDate today) {
    LocalDate end = services.zone().day(experiment.plan().plannedEnd());
    return (end.isBefore(today) ? today : end).plusDays(LONGER.toDays());
  }

  private static List<Kind> kinds(ExperimentPlan plan) {
    List<Kind> kinds = new ArrayList<>();
    for (Design.Share share : plan.variants()) {
      kinds.add(new Kind(What.SHIP, share.variant()));
    }
    for (What what : List.of(What.STOP, What.REPEAT, What.LONGER)) {
      kinds.add(new Kind(what, ""));
    }
    return kinds;
  }

  private static Kind suggested(Verdict.Key verdict, String variant) {
    return switch (verdict) {
      case BETTER -> new Kind(What.SHIP, variant);
      case WORSE, NO_LARGER_THAN -> new Kind(What.STOP, "");
      case HARMS, DISTRUST -> new Kind(What.REPEAT, "");
      case KEEP_RUNNING, TOO_LITTLE -> new Kind(What.LONGER, "");
    };
  }

  private String label(Kind of) {
    return of.what == What.SHIP
        ? getTranslation("measurement.decide.ship", of.variant)
        : getTranslation("measurement.decide." + ResultWords.word(of.what));
  }

  private Optional<Choice> choice() {
    return switch (kind.getValue().what) {
      case SHIP -> Optional.of(new Choice.Ship(kind.getValue().variant));
      case STOP -> Optional.of(new Choice.Stop());
      case REPEAT -> Optional.of(new Choice.Repeat());
      case LONGER ->
          until
              .getOptionalValue()
              .map(day -> new Choice.RunLonger(services.zone().start(day.plusDays(1))));
    };
  }

  private void follow() {
    until.setVisible(kind.getValue().what == What.LONGER);
    Instant now = services.clock().instant();
    follows.setText(
        choice().map(c -> words.follows(c, now)).orElse("")
            + " "
            + getTranslation("measurement.decide.undo"));
  }

  @Override
  protected void submit() {
    Choice choice =
        choice().orElseThrow(() -> new Rejected(new Words("请选择新的结束日", "choose the new last day")));
    if (reason.getValue().isBlank()) {
      reason.focus();
      throw new Rejected(new Words("请用一句话说明原因", "say why, in a line"));
    }
    services.experiments().decide(experiment.id(), choice, reason.getValue());
    done.run();
  }
}
