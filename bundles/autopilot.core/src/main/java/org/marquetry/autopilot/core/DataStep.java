package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marquetry.data.api.FileReport;
import org.marquetry.data.api.Finding;
import org.marquetry.data.api.Intake;
import org.marquetry.data.api.IntakeOptions;
import org.marquetry.data.api.IntakeReport;
import org.marquetry.data.api.Problem;
import org.marquetry.warehouse.api.Warehouse;

/// Step 1: read the files, clean them, and say what was understood.
final class DataStep implements Step {
  private static final int MAX_ROWS = 40;

  private final Intake intake;
  private final Warehouse warehouse;
  private final Messages messages;

  DataStep(Intake intake, Warehouse warehouse, Messages messages) {
    this.intake = intake;
    this.warehouse = warehouse;
    this.messages = messages;
  }

  @Override
  public StepName name() {
    return StepName.DATA;
  }

  @Override
  public void run(Run run, StepReport report) {
    IntakeOptions.Builder options = IntakeOptions.builder().timeZone(run.options().zone());
    run.options().currency().ifPresent(options::currency);
    IntakeReport read = intake.read(run.options().data(), options.build(), run.progress());
    Shop shop = Shop.read(warehouse, run.options().zone());
    run.shop(shop);
    run.catalogue(Catalogue.read(warehouse));

    totals(run, report);
    months(shop, report);
    report.table(files(read));
    if (!read.quality().isEmpty()) {
      report.table(quality(read));
    }
    for (Problem p : read.problems()) {
      report.missing(Text.same(p + "."));
    }
    if (run.totals().money()) {
      report.note(messages.text("data.currency", shop.currency(), read.currencyEvidence()));
    }
    long left =
        read.quality().stream()
            .filter(f -> f.kind() == Finding.Kind.REJECTED)
            .mapToLong(Finding::rows)
            .sum();
    report.summary(
        messages.text(
            "data.summary",
            read.files().size(),
            run.totals().events(),
            run.totals().customers(),
            run.totals().products(),
            shop.first().toString().substring(0, 10),
            shop.last().toString().substring(0, 10),
            left));
  }

  private void totals(Run run, StepReport report) {
    Totals totals = Totals.read(warehouse);
    run.totals(totals);
    report.figure(Figure.count("events", messages.text("data.events"), totals.events()));
    report.figure(Figure.count("customers", messages.text("data.customers"), totals.customers()));
    report.figure(Figure.count("products", messages.text("data.products"), totals.products()));
    report.figure(Figure.count("orders", messages.text("data.orders"), totals.orders()));
    if (totals.money()) {
      Shop shop = run.shop();
      report.figure(
          Figure.of(
              "netRevenue",
              messages.text("data.netRevenue"),
              shop.major((double) totals.netMinor()),
              shop.currency()));
    } else if (totals.orders() == 0) {
      report.missing(messages.text("data.noOrders"));
    } else {
      report.missing(messages.text("data.noMoney"));
    }
  }

  private void months(Shop shop, StepReport report) {
    List<Map.Entry<String, Double>> revenue =
        monthly("sum(net_minor)", "v1.order_lines", "ordered_at");
    boolean money = revenue.stream().anyMatch(e -> e.getValue() > 0);
    List<Map.Entry<String, Double>> months =
        money ? revenue : monthly("count(*)", "v1.events", "occurred_at");
    List<Double> values =
        months.stream().map(e -> money ? shop.major(e.getValue()) : e.getValue()).toList();
    Text title = messages.text(money ? "data.chart.revenue" : "data.chart.events");
    List<Text> names = months.stream().map(e -> Text.same(e.getKey())).toList();
    report.chart(
        new Chart(
            "months",
            title,
            Chart.Kind.BARS,
            money ? shop.currency() : "",
            names,
            List.of(new Chart.Series(title, values))));
  }

  private List<Map.Entry<String, Double>> monthly(String what, String view, String time) {
    return warehouse.query(
        "SELECT strftime("
            + time
            + ", '%Y-%m') AS month, CAST(coalesce("
            + what
            + ", 0) AS DOUBLE) AS value FROM "
            + view
            + " WHERE "
            + time
            + " IS NOT NULL GROUP BY 1 ORDER BY 1",
        List.of(),
        r -> Map.entry(r.string("month"), r.doubleValue("value")));
  }

  private Table files(IntakeReport read) {
    List<List<Object>> rows = new ArrayList<>();
    for (FileReport f : read.files().stream().limit(MAX_ROWS).toList()) {
      List<String> columns = f.columns().stream().map(c -> c.name() + " → " + c.meaning()).toList();
      rows.add(
          List.of(
              Text.same(f.file()),
              Text.same(f.role()),
              f.confidence(),
              f.rows(),
              f.loaded(),
              Text.same(f.unusedReason().orElse(String.join(", ", columns)))));
    }
    return new Table(
        "files",
        messages.text("data.table.files"),
        columns("file", "role", "confidence", "rows", "loaded", "meaning"),
        rows);
  }

  private Table quality(IntakeReport read) {
    List<List<Object>> rows = new ArrayList<>();
    for (Finding f : read.quality().stream().limit(MAX_ROWS).toList()) {
      String examples =
          String.join(
              ", ",
              f.examples().stream().limit(2).map(e -> "#" + e.row() + " " + e.value()).toList());
      rows.add(
          List.of(
              messages.text("finding." + f.kind().name().toLowerCase(Locale.ROOT)),
              Text.same(f.meaning()),
              Text.same(f.file() + f.column().map(c -> " · " + c).orElse("")),
              f.rows(),
              Text.same(examples)));
    }
    return new Table(
        "quality",
        messages.text("data.table.quality"),
        columns("kind", "finding", "where", "rows", "examples"),
        rows);
  }

  private List<Table.Column> columns(String... keys) {
    return List.of(keys).stream()
        .map(k -> new Table.Column(k, messages.text("column." + k)))
        .toList();
  }
}
