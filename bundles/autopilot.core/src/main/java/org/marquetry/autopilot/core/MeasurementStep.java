package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.experiment.api.Detectable;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.experiment.api.PastCampaigns;
import org.marquetry.experiment.api.PastEffect;
import org.marquetry.experiment.api.Power;
import org.marquetry.shop.api.Interval;

/// Step 6: what this design can detect, and what the shop's own past campaigns changed.
final class MeasurementStep implements Step {
  private static final int DAYS = 30;
  private static final double LEVEL = 0.95;

  private final Experiments experiments;
  private final PastCampaigns past;
  private final Messages messages;

  MeasurementStep(Experiments experiments, PastCampaigns past, Messages messages) {
    this.experiments = experiments;
    this.past = past;
    this.messages = messages;
  }

  @Override
  public StepName name() {
    return StepName.MEASUREMENT;
  }

  @Override
  public void run(Run run, StepReport report) {
    Optional<Groups> groups = run.groups();
    Text detectable =
        groups
            .map(g -> design(run, report, g))
            .orElseGet(() -> messages.text("measurement.noDesign"));
    if (groups.isEmpty()) {
      report.missing(detectable);
    }
    Text effects = effects(run, report);
    report.summary(new Text(detectable.zh() + effects.zh(), detectable.en() + " " + effects.en()));
  }

  /// The people of the planned comparison.
  ///
  /// @param treated who get the message
  /// @param control who are held out
  record Groups(long treated, long control) {}

  private Text design(Run run, StepReport report, Groups g) {
    report.figure(Figure.count("treated", messages.text("measurement.treated"), g.treated()));
    report.figure(Figure.count("control", messages.text("measurement.control"), g.control()));
    Optional<Detectable> rate =
        past.ordering(DAYS)
            .map(b -> experiments.detectable(b, g.treated(), g.control(), Power.USUAL));
    Optional<Baseline.Amount> spend = past.spend(DAYS);
    Optional<Detectable> money =
        spend.map(b -> experiments.detectable(b, g.treated(), g.control(), Power.USUAL));
    report.note(messages.text("measurement.power", DAYS));
    if (rate.isPresent() && rate.get().smallest().isPresent()) {
      report.figure(
          Figure.of(
              "detectableRate",
              messages.text("measurement.detectableRate"),
              rate.get().smallest().getAsDouble() * 100,
              "%"));
    }
    if (run.totals().money() && money.isPresent() && money.get().smallest().isPresent()) {
      double smallest = run.shop().major(money.get().smallest().getAsDouble());
      report.figure(
          Figure.of(
              "detectableMoney",
              messages.text("measurement.detectableMoney"),
              smallest,
              run.shop().currency()));
      return messages.text(
          "measurement.summary.money",
          g.treated(),
          g.control(),
          smallest,
          run.shop().currency(),
          DAYS);
    }
    if (rate.isPresent() && rate.get().smallest().isPresent()) {
      return messages.text(
          "measurement.summary.rate",
          g.treated(),
          g.control(),
          rate.get().smallest().getAsDouble() * 100,
          DAYS);
    }
    Text text = messages.text("measurement.tooSmall", g.treated(), g.control());
    report.missing(text);
    return text;
  }

  private Text effects(Run run, StepReport report) {
    List<PastEffect> effects = past.effects(LEVEL);
    if (effects.isEmpty()) {
      report.missing(messages.text("measurement.noPast"));
      return messages.text("measurement.unknown");
    }
    List<List<Object>> rows = new ArrayList<>();
    List<Text> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (PastEffect e : effects) {
      rows.add(row(run, e));
      if (e instanceof PastEffect.Estimated x) {
        names.add(Text.same(x.campaign().id().value()));
        values.add(run.shop().major(x.effect().estimate()));
      }
    }
    report.table(
        new Table(
            "pastCampaigns",
            messages.text("measurement.table.past"),
            List.of(
                column("campaign"),
                column("kind"),
                column("members"),
                column("effect"),
                column("low"),
                column("high"),
                column("caveats")),
            rows));
    if (values.isEmpty()) {
      report.missing(messages.text("measurement.noEstimate"));
      return messages.text("measurement.unknown");
    }
    Text title = messages.text("measurement.chart.past", run.shop().currency());
    report.chart(
        new Chart(
            "pastCampaigns",
            title,
            Chart.Kind.BARS,
            run.shop().currency(),
            names,
            List.of(new Chart.Series(title, values))));
    report.note(messages.text("measurement.notRandom"));
    return pooled(run, report, effects, values.size());
  }

  private Text pooled(Run run, StepReport report, List<PastEffect> effects, int estimated) {
    Optional<Interval> pooled = past.pooled(effects, LEVEL);
    if (pooled.isEmpty()) {
      return messages.text("measurement.estimated", estimated);
    }
    Interval major = pooled.get().times(run.shop().major(1));
    report.figure(
        Figure.of(
            "pooledEffect", messages.text("measurement.pooled"), major, run.shop().currency()));
    return messages.text(
        "measurement.pooledSentence",
        estimated,
        major.estimate(),
        major.low(),
        major.high(),
        run.shop().currency());
  }

  private List<Object> row(Run run, PastEffect effect) {
    PastEffect.Campaign c = effect.campaign();
    Text kind = Text.same(c.kind().isBlank() ? "–" : c.kind());
    return switch (effect) {
      case PastEffect.Estimated e -> {
        Interval v = e.effect().times(run.shop().major(1));
        yield List.of(
            Text.same(c.id().value()),
            kind,
            c.members(),
            v.estimate(),
            v.low(),
            v.high(),
            caveats(e));
      }
      case PastEffect.Unknown u -> {
        Text dash = Text.same("–");
        yield List.of(
            Text.same(c.id().value()),
            kind,
            c.members(),
            messages.text("measurement.unknownCell"),
            dash,
            dash,
            messages.text("gap." + u.reason().name().toLowerCase(Locale.ROOT)));
      }
    };
  }

  private Text caveats(PastEffect.Estimated e) {
    List<Text> texts =
        e.caveats().stream()
            .map(c -> messages.text("caveat." + c.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Text(
        String.join("；", texts.stream().map(Text::zh).toList()),
        String.join("; ", texts.stream().map(Text::en).toList()));
  }

  private Table.Column column(String key) {
    return new Table.Column(key, messages.text("column." + key));
  }
}
