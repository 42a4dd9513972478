package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.profile.api.ModelReport;
import org.marquetry.profile.api.ProfileSummary;
import org.marquetry.profile.api.Profiles;
import org.marquetry.profile.api.SegmentSize;
import org.marquetry.shop.api.Words;

/// Step 2: who the customers are, what they will be worth, and which segments they form.
final class ProfileStep implements Step {
  private final Profiles profiles;
  private final Messages messages;

  ProfileStep(Profiles profiles, Messages messages) {
    this.profiles = profiles;
    this.messages = messages;
  }

  @Override
  public StepName name() {
    return StepName.PROFILE;
  }

  @Override
  public void run(Run run, StepReport report) {
    if (run.totals().customers() == 0) {
      report.skipped(messages.text("profile.noCustomers"));
      return;
    }
    ProfileSummary s = profiles.build(run.shop().asOf(), run.progress());
    run.profiles(s);
    report.figure(Figure.count("customers", messages.text("profile.customers"), s.customers()));
    report.figure(Figure.count("buyers", messages.text("profile.buyers"), s.buyers()));
    if (!Double.isNaN(s.expectedOrders())) {
      report.figure(
          Figure.of(
              "expectedOrders",
              messages.text("profile.expectedOrders", s.daysAhead()),
              s.expectedOrders(),
              ""));
    }
    money(run, report, s);
    models(report, List.of(s.orderModel(), s.spendModel()));
    s.notes().forEach(n -> report.note(text(n)));
    tiers(run, report, s);
    report.table(segments(run, s));
    if (s.basis() == ProfileSummary.Basis.ACTIVITY) {
      report.missing(messages.text("profile.activity"));
    } else {
      recency(report, s);
    }
    SegmentSize largest =
        s.segments().stream()
            .max(java.util.Comparator.comparingInt(SegmentSize::customers))
            .orElseThrow();
    report.summary(
        messages.text(
            "profile.summary",
            s.customers(),
            text(largest.segment().label()),
            largest.customers(),
            largest.share()));
  }

  private void money(Run run, StepReport report, ProfileSummary s) {
    if (!Double.isNaN(s.lifetimeValue())) {
      report.figure(
          Figure.of(
              "lifetimeValue",
              messages.text("profile.lifetimeValue", s.daysAhead()),
              run.shop().major(s.lifetimeValue()),
              run.shop().currency()));
      report.note(messages.text("profile.margin", run.options().margin()));
    }
  }

  private void models(StepReport report, List<ModelReport> models) {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelReport model : models) {
      if (model.fitted()) {
        report.note(text(model.note()));
        model
            .parameters()
            .forEach((name, value) ->
                rows.add(List.of(Text.same(model.name()), Text.same(name), value)));
      } else {
        report.missing(text(model.note()));
      }
    }
    if (!rows.isEmpty()) {
      report.table(
          new Table(
              "models",
              messages.text("profile.table.models"),
              List.of(column("model"), column("parameter"), column("value")),
              rows));
    }
  }

  private void tiers(Run run, StepReport report, ProfileSummary s) {
    boolean money = s.currency().isPresent() && s.basis() == ProfileSummary.Basis.ORDERS;
    List<Text> names = s.tiers().stream().map(t -> messages.text("tier." + t.name())).toList();
    List<Double> values =
        s.tiers().stream().map(t -> money ? run.shop().major(t.value()) : t.value()).toList();
    Text title = messages.text("profile.chart.tiers");
    report.chart(
        new Chart(
            "tiers",
            title,
            Chart.Kind.BARS,
            money ? run.shop().currency() : "",
            names,
            List.of(new Chart.Series(title, values))));
  }

  private Table segments(Run run, ProfileSummary s) {
    List<List<Object>> rows = new ArrayList<>();
    for (SegmentSize z : s.segments()) {
      Object value =
          Double.isNaN(z.lifetimeValue())
              ? Text.same("–")
              : (Object) run.shop().major(z.lifetimeValue());
      rows.add(
          List.of(
              text(z.segment().label()),
              z.customers(),
              z.share() * 100,
              value,
              text(z.sentence())));
    }
    return new Table(
        "segments",
        messages.text("profile.table.segments"),
        List.of(
            column("segment"),
            column("customers"),
            column("sharePercent"),
            column("lifetimeValue"),
            column("condition")),
        rows);
  }

  private void recency(StepReport report, ProfileSummary s) {
    List<Text> names =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> messages.text("profile.recencyScore", i))
            .toList();
    List<Chart.Series> series = new ArrayList<>();
    for (int f : new int[] {0, 2, 4}) {
      List<Double> values = s.recencyFrequency().stream().map(row -> (double) row.get(f)).toList();
      series.add(new Chart.Series(messages.text("profile.frequencyScore", f + 1), values));
    }
    report.chart(
        new Chart(
            "recencyFrequency",
            messages.text("profile.chart.recency"),
            Chart.Kind.BARS,
            "",
            names,
            series));
  }

  private Table.Column column(String key) {
    return new Table.Column(key, messages.text("column." + key));
  }

  static Text text(Words words) {
    return new Text(words.zh(), words.en());
  }
}
