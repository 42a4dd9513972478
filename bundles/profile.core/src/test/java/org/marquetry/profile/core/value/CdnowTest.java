package org.marquetry.profile.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The published figures of the CDNOW sample (Fader, Hardie and Lee, 2005, and the lifetimes
/// library's documentation).
class CdnowTest {
  private static final long CALIBRATION_END = LocalDate.of(1997, 9, 30).toEpochDay();
  private static final long HOLDOUT_END = LocalDate.of(1998, 6, 30).toEpochDay();

  @Test
  void parametersAndForecastAreThePublishedOnes() throws IOException {
    HoldoutForecast forecast = HoldoutForecast.run(sample(), CALIBRATION_END, HOLDOUT_END, 7);
    Fit.Fitted<BgNbd> fitted = fitted(forecast.orders());
    BgNbd model = fitted.model();
    assertEquals(2_357, forecast.customers());
    assertEquals(946, forecast.returning());
    assertEquals(0.243, model.r(), 0.0005);
    assertEquals(4.414, model.alpha(), 0.0005);
    assertEquals(0.793, model.a(), 0.0005);
    assertEquals(2.426, model.b(), 0.0005);
    assertEquals(-9_582.4, fitted.logLikelihood(), 0.05);
    assertFalse(fitted.atEdge());
    assertEquals(1_653, forecast.forecastTotal(), 1);
    assertEquals(1_882, forecast.actualTotal());
    assertEquals(0.786, forecast.forecastMae(), 0.0006);
  }

  /// The paper's example: customer 1 (x = 2, tx = 30.43, T = 38.86) is expected to buy 1.226 times
  /// in 39 weeks.
  @Test
  void conditionalExpectationIsThePublishedOne() {
    BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
    assertEquals(1.226, model.expectedPurchases(2, 30.43, 38.86, 39), 0.0005);
  }

  @Test
  void spendOfReturningCustomersIsThePublishedOne() throws IOException {
    GammaGamma model =
        fitted(HoldoutForecast.run(sample(), CALIBRATION_END, HOLDOUT_END, 7).spend()).model();
    assertEquals(6.25, model.p(), 0.01);
    assertEquals(3.74, model.q(), 0.01);
    assertEquals(15.45, model.v(), 0.02);
  }

  private static <M> Fit.Fitted<M> fitted(Fit<M> fit) {
    @SuppressWarnings("unchecked")
    Fit.Fitted<M> fitted = assertInstanceOf(Fit.Fitted.class, fit);
    return fitted;
  }

  private static List<PurchaseHistory> sample() throws IOException {
    Map<String, PurchaseHistory> histories = new TreeMap<>();
    for (String line : Files.readAllLines(DataSets.file("cdnow", "CDNOW_sample.txt"))) {
      String[] fields = line.strip().split(" +", -1);
      LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
      histories
          .computeIfAbsent(fields[0], _ -> new PurchaseHistory())
          .add(day.toEpochDay(), Double.parseDouble(fields[4]));
    }
    return new ArrayList<>(histories.values());
  }
}
