package org.marquetry.profile.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabOption;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.LabTask;
import org.marquetry.lab.spi.Table;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.core.value.BgNbd;
import org.marquetry.profile.core.value.Fit;
import org.marquetry.profile.core.value.GammaGamma;
import org.marquetry.profile.core.value.HoldoutForecast;
import org.marquetry.profile.core.value.PurchaseHistory;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Component;

/// `lab clv`: fit BG/NBD and Gamma-Gamma to purchases until one day, forecast until another,
/// compare.
@Provider("clv")
@Component
public final class ClvTask implements LabTask {
  @Override
  public String name() {
    return "clv";
  }

  @Override
  public String summary() {
    return "Fit the customer value model on purchases (customer,date,amount) and check its"
        + " forecast";
  }

  @Override
  public List<LabOption> options() {
    return List.of(
        new LabOption("transactions", "FILE", "columns customer, date and, if known, amount"),
        new LabOption("calibration-end", "DATE", "last day to learn from, yyyy-mm-dd"),
        new LabOption("holdout-end", "DATE", "last day to forecast, yyyy-mm-dd"),
        new LabOption("unit", "day|week|month", "time unit of the parameters, week by default"));
  }

  @Override
  public LabResult run(LabInput input, Progress progress) {
    String unit = input.text("unit").orElse("week");
    double daysPerUnit =
        switch (unit) {
          case "day" -> 1;
          case "week" -> 7;
          case "month" -> 365.25 / 12;
          default ->
              throw new LabInputException("--unit must be day, week or month, got '" + unit + "'");
        };
    LocalDate calibrationEnd = input.date("calibration-end");
    LocalDate holdoutEnd = input.date("holdout-end");
    if (!holdoutEnd.isAfter(calibrationEnd)) {
      throw new LabInputException(
          "--holdout-end %s must be after --calibration-end %s"
              .formatted(holdoutEnd, calibrationEnd));
    }
    progress.step(new Words("读取交易", "reading transactions"));
    Table table = input.table("transactions");
    List<PurchaseHistory> histories = read(table, progress);
    progress.step(new Words("拟合模型", "fitting"));
    HoldoutForecast forecast =
        HoldoutForecast.run(
            histories, calibrationEnd.toEpochDay(), holdoutEnd.toEpochDay(), daysPerUnit);
    return new LabResult(
        metrics(forecast, table.source(), calibrationEnd),
        Map.of(),
        "cpu",
        "bg-nbd",
        options(calibrationEnd, holdoutEnd, unit),
        table.rows());
  }

  private static Map<String, Object> options(LocalDate from, LocalDate until, String unit) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("calibration-end", from.toString());
    options.put("holdout-end", until.toString());
    options.put("unit", unit);
    return options;
  }

  private static List<PurchaseHistory> read(Table table, Progress progress) {
    Column customers = table.column("customer");
    Column dates = table.column("date");
    Optional<Column> amounts = table.find("amount");
    @Nullable PurchaseHistory[] histories = new PurchaseHistory[customers.distinct()];
    for (int row = 0; row < table.rows(); row++) {
      if (row % 100_000 == 0) {
        progress.at((double) row / table.rows());
      }
      int code = customers.code(row);
      PurchaseHistory history = histories[code];
      if (history == null) {
        history = new PurchaseHistory();
        histories[code] = history;
      }
      history.add(
          day(table.source(), row, dates.text(row)),
          amounts.isPresent() ? amounts.get().number(row) : Double.NaN);
    }
    List<PurchaseHistory> known = new ArrayList<>();
    for (PurchaseHistory history : histories) {
      if (history != null) {
        known.add(history);
      }
    }
    return known;
  }

  private static long day(String source, int row, String text) {
    try {
      String day = text.length() > 10 ? text.substring(0, 10) : text;
      return (day.length() == 8
              ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
              : LocalDate.parse(day.replace('/', '-')))
          .toEpochDay();
    } catch (DateTimeException e) {
      throw new LabInputException(
          "%s, data row %d, column 'date': '%s' is not a day; write yyyy-mm-dd or yyyymmdd"
              .formatted(source, row + 1, text),
          e);
    }
  }

  private static Map<String, Double> metrics(
      HoldoutForecast forecast, String source, LocalDate calibrationEnd) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    switch (forecast.orders()) {
      case Fit.NotFitted<BgNbd>(Fit.Reason reason, int people) ->
          throw new LabInputException(
              "%s: the model does not fit to the %d customers until %s: %s"
                  .formatted(source, people, calibrationEnd, Reasons.words(reason).en()));
      case Fit.Fitted<BgNbd>(BgNbd model, double logLikelihood, _, _) -> {
        metrics.put("r", model.r());
        metrics.put("alpha", model.alpha());
        metrics.put("a", model.a());
        metrics.put("b", model.b());
        metrics.put("logLikelihood", logLikelihood);
      }
    }
    metrics.put("forecastMae", forecast.forecastMae());
    metrics.put("forecastTotal", forecast.forecastTotal());
    metrics.put("actualTotal", forecast.actualTotal());
    metrics.put("customers", (double) forecast.customers());
    metrics.put("returning", (double) forecast.returning());
    if (forecast.spend() instanceof Fit.Fitted<GammaGamma>(GammaGamma model, double ll, _, _)) {
      metrics.put("p", model.p());
      metrics.put("q", model.q());
      metrics.put("v", model.v());
      metrics.put("spendLogLikelihood", ll);
    }
    return metrics;
  }
}
