package org.marquetry.profile.core.value;

import java.util.List;

/// Fit on what happened until one day, forecast until a later day, compare with what happened.
///
/// @param orders the fitted purchase model, in the chosen time unit, or why there is none
/// @param spend the fitted spend model, in the money of the input, or why there is none
/// @param customers who bought until the end of calibration
/// @param returning of these, who bought on more than one day
/// @param forecastTotal expected purchase days of all customers in the holdout; NaN without a model
/// @param actualTotal purchase days of these customers in the holdout
/// @param forecastMae mean absolute difference of the two for each customer; NaN without a model
public record HoldoutForecast(
    Fit<BgNbd> orders,
    Fit<GammaGamma> spend,
    int customers,
    int returning,
    double forecastTotal,
    double actualTotal,
    double forecastMae) {

  /// Run the comparison.
  ///
  /// @param everybody one history for each customer
  /// @param calibrationEnd last day to learn from
  /// @param holdoutEnd last day to forecast, after it
  /// @param daysPerUnit 7 for weeks
  public static HoldoutForecast run(
      List<PurchaseHistory> everybody, long calibrationEnd, long holdoutEnd, double daysPerUnit) {
    List<PurchaseHistory> known =
        everybody.stream().filter(h -> h.purchases() > 0 && h.first() <= calibrationEnd).toList();
    int n = known.size();
    int[] repeats = new int[n];
    int[] recency = new int[n];
    int[] age = new int[n];
    double[] averages = new double[n];
    for (int i = 0; i < n; i++) {
      PurchaseHistory seen = known.get(i).until(calibrationEnd);
      repeats[i] = seen.repeats();
      recency[i] = seen.recency();
      age[i] = Math.toIntExact(calibrationEnd - seen.first());
      averages[i] = seen.repeatAverage();
    }
    Histories histories = Histories.of(repeats, recency, age);
    Fit<BgNbd> orders = BgNbdFit.fit(histories, daysPerUnit);
    double ahead = (holdoutEnd - calibrationEnd) / daysPerUnit;
    double forecastTotal = 0;
    double actualTotal = 0;
    double error = 0;
    for (int i = 0; i < n; i++) {
      double forecast =
          orders instanceof Fit.Fitted<BgNbd>(BgNbd model, _, _, _)
              ? model.expectedPurchases(
                  repeats[i], recency[i] / daysPerUnit, age[i] / daysPerUnit, ahead)
              : Double.NaN;
      int actual = known.get(i).between(calibrationEnd, holdoutEnd);
      forecastTotal += forecast;
      actualTotal += actual;
      error += Math.abs(forecast - actual);
    }
    return new HoldoutForecast(
        orders,
        GammaGammaFit.fit(repeats, averages),
        n,
        histories.returning(),
        forecastTotal,
        actualTotal,
        error / n);
  }
}
