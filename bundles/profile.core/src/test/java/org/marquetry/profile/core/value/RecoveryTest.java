package org.marquetry.profile.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Simulated customers give their parameters back.
///
/// 20,000 customers leave a standard error of about 3 % on r and alpha, 8 % on a and b; purchases
/// merge by days, so rates are slow against a day. Bounds are three to four standard errors.
class RecoveryTest {
  private static final long SEED = Long.getLong("tests.seed", 11);
  private static final int CALIBRATION = 300;
  private static final int DAYS = 600;
  private static final BgNbd ORDERS = new BgNbd(0.8, 60, 0.7, 3);
  private static final GammaGamma SPEND = new GammaGamma(4, 3.5, 2_000);

  private static List<PurchaseHistory> shop;
  private static HoldoutForecast forecast;

  @BeforeAll
  static void simulateAndFit() {
    shop = SimulatedShop.histories(ORDERS, SPEND, 20_000, 100, DAYS, SEED);
    forecast = HoldoutForecast.run(shop, CALIBRATION, DAYS, 1);
  }

  private static BgNbd orders() {
    return (BgNbd) assertInstanceOf(Fit.Fitted.class, forecast.orders()).model();
  }

  private static GammaGamma spend() {
    return (GammaGamma) assertInstanceOf(Fit.Fitted.class, forecast.spend()).model();
  }

  @Test
  void purchaseParametersComeBack() {
    BgNbd found = orders();
    assertEquals(ORDERS.r(), found.r(), 0.1 * ORDERS.r(), found::toString);
    assertEquals(ORDERS.alpha(), found.alpha(), 0.12 * ORDERS.alpha(), found::toString);
    assertEquals(
        ORDERS.a() / (ORDERS.a() + ORDERS.b()),
        found.a() / (found.a() + found.b()),
        0.02,
        found::toString);
  }

  @Test
  void spendParametersComeBack() {
    GammaGamma found = spend();
    assertEquals(SPEND.p(), found.p(), 0.1 * SPEND.p(), found::toString);
    assertEquals(SPEND.q(), found.q(), 0.1 * SPEND.q(), found::toString);
    assertEquals(SPEND.expectedSpend(0, 0), found.expectedSpend(0, 0), 25);
  }

  @Test
  void forecastMeetsTheHoldout() {
    assertEquals(forecast.actualTotal(), forecast.forecastTotal(), 0.04 * forecast.actualTotal());
  }

  /// Money really spent in the holdout: the sum of the expectations is near it and the 80 %
  /// intervals hold about 80 % of the customers who may spend at all (an interval that begins at 0
  /// holds more than its level).
  @Test
  void lifetimeValueAndItsIntervalMeetTheHoldout() {
    LifetimeValue model = new LifetimeValue(orders(), spend(), DAYS - CALIBRATION, 0, 200, SEED);
    double expected = 0;
    double spent = 0;
    int above = 0;
    for (PurchaseHistory whole : shop) {
      PurchaseHistory seen = whole.until(CALIBRATION);
      int x = seen.repeats();
      double age = CALIBRATION - seen.first();
      double mean = seen.repeatAverage();
      double alive = orders().probabilityAlive(x, seen.recency(), age);
      LifetimeValue.Future future = model.future(x, age);
      double actual = whole.total() - seen.total();
      expected += future.expected(alive, x > 0 ? mean : 0);
      spent += actual;
      above += actual > future.quantile(0.9, alive, x > 0 ? mean : 0) ? 1 : 0;
    }
    assertEquals(spent, expected, 0.05 * spent);
    assertEquals(0.1, (double) above / shop.size(), 0.02);
  }

  @Test
  void forecastDoesNotDependOnTheOrderOfCustomers() {
    HoldoutForecast reversed = HoldoutForecast.run(shop.reversed(), CALIBRATION, DAYS, 1);
    assertEquals(forecast.orders(), reversed.orders());
    assertEquals(forecast.spend(), reversed.spend());
    assertTrue(Math.abs(forecast.forecastTotal() - reversed.forecastTotal()) < 1e-6);
  }
}
