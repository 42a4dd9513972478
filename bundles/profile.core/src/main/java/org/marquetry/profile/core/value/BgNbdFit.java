package org.marquetry.profile.core.value;

import org.marquetry.math.optim.Lbfgs;
import org.marquetry.math.optim.Minimum;

/// Fit BG/NBD by maximum likelihood: exact gradient, several starts, the best one wins.
public final class BgNbdFit {
  /// Fewest customers for a fit.
  public static final int MIN_CUSTOMERS = 30;

  /// Fewest customers who came back for a fit.
  public static final int MIN_RETURNING = 10;

  /// Shortest time from the first purchase of the oldest customer to now, in days.
  public static final int MIN_DAYS = 14;

  private static final double[][] STARTS = {
    {0.25, 0.1, 0.8, 2.5}, {1, 1, 1, 1}, {0.5, 0.5, 0.1, 5}, {3, 1, 2, 20},
  };

  private BgNbdFit() {}

  /// Fit the model to a shop.
  ///
  /// @param daysPerUnit time unit of the parameter `alpha` and of the log-likelihood, 7 for weeks
  public static Fit<BgNbd> fit(Histories histories, double daysPerUnit) {
    int people = histories.people();
    if (people == 0) {
      return new Fit.NotFitted<>(Fit.Reason.NO_PURCHASES, people);
    }
    if (people < MIN_CUSTOMERS) {
      return new Fit.NotFitted<>(Fit.Reason.TOO_FEW_CUSTOMERS, people);
    }
    if (histories.longestAge() < MIN_DAYS) {
      return new Fit.NotFitted<>(Fit.Reason.TOO_SHORT, people);
    }
    if (histories.returning() < MIN_RETURNING) {
      return new Fit.NotFitted<>(Fit.Reason.TOO_FEW_RETURNING, people);
    }
    return search(histories, daysPerUnit);
  }

  private static Fit<BgNbd> search(Histories histories, double daysPerUnit) {
    double scale = meanAge(histories);
    BgNbdLikelihood likelihood = new BgNbdLikelihood(histories, scale);
    Lbfgs lbfgs = new Lbfgs(1e-9, 300, 8);
    Minimum best = lbfgs.minimize(likelihood, logs(STARTS[0]));
    for (int i = 1; i < STARTS.length; i++) {
      Minimum next = lbfgs.minimize(likelihood, logs(STARTS[i]));
      best = next.value() < best.value() - 1e-12 ? next : best;
    }
    double[] point = best.point();
    double[] gradient = new double[point.length];
    likelihood.evaluate(point, gradient);
    if (!best.converged() && largest(gradient) > 1e-5) {
      return new Fit.NotFitted<>(Fit.Reason.NOT_CONVERGED, histories.people());
    }
    BgNbd model =
        new BgNbd(
            Math.exp(point[0]),
            Math.exp(point[1]) * scale / daysPerUnit,
            Math.exp(point[2]),
            Math.exp(point[3]));
    boolean atEdge = largest(point) > BgNbdLikelihood.EDGE - 1;
    return new Fit.Fitted<>(
        model, logLikelihood(model, histories, daysPerUnit), histories.people(), atEdge);
  }

  /// Return the log-likelihood of a whole shop, in nats.
  public static double logLikelihood(BgNbd model, Histories histories, double daysPerUnit) {
    double sum = 0;
    for (int line = 0; line < histories.lines(); line++) {
      sum +=
          histories.customers(line)
              * model.logLikelihood(
                  histories.repeats(line),
                  histories.recency(line) / daysPerUnit,
                  histories.age(line) / daysPerUnit);
    }
    return sum;
  }

  private static double meanAge(Histories histories) {
    double sum = 0;
    for (int line = 0; line < histories.lines(); line++) {
      sum += (double) histories.customers(line) * histories.age(line);
    }
    return sum / histories.people();
  }

  private static double[] logs(double[] values) {
    double[] logs = values.clone();
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(logs[i]);
    }
    return logs;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
