package org.marquetry.profile.core.value;

import java.util.ArrayList;
import java.util.List;

/// Customers that behave exactly as the models say.
final class SimulatedShop {
  private SimulatedShop() {}

  /// Simulate purchase days of customers who first buy within `arrivals` days, over `days` days;
  /// `alpha` in days.
  static List<PurchaseHistory> histories(
      BgNbd orders, GammaGamma spend, int customers, int arrivals, int days, long seed) {
    List<PurchaseHistory> histories = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      GammaSampler sampler = new GammaSampler(seed + 7_919L * c);
      double rate = sampler.gamma(orders.r()) / orders.alpha();
      double stop = sampler.beta(orders.a(), orders.b());
      double scale = sampler.gamma(spend.q()) / spend.v();
      double first = arrivals * sampler.uniform();
      PurchaseHistory history = new PurchaseHistory();
      history.add((long) first, sampler.gamma(spend.p()) / scale);
      double at = first + sampler.exponential() / rate;
      while (at < days) {
        history.add((long) at, sampler.gamma(spend.p()) / scale);
        at = sampler.uniform() < stop ? days : at + sampler.exponential() / rate;
      }
      histories.add(history);
    }
    return histories;
  }
}
