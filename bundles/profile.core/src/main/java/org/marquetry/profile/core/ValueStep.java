package org.marquetry.profile.core;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.marquetry.math.stats.Correlation;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.api.ModelReport;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.value.BgNbd;
import org.marquetry.profile.core.value.BgNbdFit;
import org.marquetry.profile.core.value.Fit;
import org.marquetry.profile.core.value.GammaGamma;
import org.marquetry.profile.core.value.GammaGammaFit;
import org.marquetry.profile.core.value.Histories;
import org.marquetry.profile.core.value.LifetimeValue;
import org.marquetry.shop.api.Words;

/// Fits the models and fills the columns that come from them.
final class ValueStep {
  private static final double WEEK = 7;

  private final Columns columns;
  private final ProfileOptions options;
  private final Progress progress;
  private final int[] buyers;
  private final int[] repeats;
  private final int[] recency;
  private final int[] age;
  private final double[] averages;
  final double[] low;
  final double[] high;

  ValueStep(
      Columns columns, Purchases purchases, long today, ProfileOptions options, Progress progress) {
    this.columns = columns;
    this.options = options;
    this.progress = progress;
    buyers = purchases.buyers();
    repeats = new int[buyers.length];
    recency = new int[buyers.length];
    age = new int[buyers.length];
    averages = new double[buyers.length];
    for (int i = 0; i < buyers.length; i++) {
      int c = buyers[i];
      repeats[i] = purchases.frequency[c] - 1;
      recency[i] = Math.toIntExact(purchases.lastDay[c] - purchases.firstDay[c]);
      age[i] = Math.toIntExact(today - purchases.firstDay[c]);
      averages[i] = purchases.repeatAverage[c];
    }
    low = new double[columns.size()];
    high = new double[columns.size()];
    Arrays.fill(low, Double.NaN);
    Arrays.fill(high, Double.NaN);
  }

  /// Fit the purchase model and fill expected purchases and the probability of being active.
  Fit<BgNbd> orders() {
    Fit<BgNbd> fit = BgNbdFit.fit(Histories.of(repeats, recency, age), WEEK);
    if (fit instanceof Fit.Fitted<BgNbd>(BgNbd model, _, _, _)) {
      double[] expected = columns.number(Traits.EXPECTED_ORDERS);
      double[] alive = columns.number(Traits.PROBABILITY_ALIVE);
      double ahead = options.daysAhead() / WEEK;
      forGroups(members -> {
        int first = members[0];
        double whileAlive = model.expectedWhileAlive(repeats[first], age[first] / WEEK, ahead);
        for (int i : members) {
          double p = model.probabilityAlive(repeats[i], recency[i] / WEEK, age[i] / WEEK);
          alive[buyers[i]] = p;
          expected[buyers[i]] = p * whileAlive;
        }
      });
    }
    return fit;
  }

  /// Fit the spend model.
  Fit<GammaGamma> spend() {
    return GammaGammaFit.fit(repeats, averages);
  }

  /// Fill lifetime value and its interval from both models.
  void lifetimeValue(BgNbd orders, GammaGamma spend) {
    double[] value = columns.number(Traits.LIFETIME_VALUE);
    double[] alive = columns.number(Traits.PROBABILITY_ALIVE);
    double perWeek = Math.log1p(options.discount()) * WEEK / 365.25;
    LifetimeValue model =
        new LifetimeValue(
            orders, spend, options.daysAhead() / WEEK, perWeek, options.draws(), options.seed());
    double tail = (1 - options.level()) / 2;
    forGroups(members -> {
      int first = members[0];
      LifetimeValue.Future future = model.future(repeats[first], age[first] / WEEK);
      for (int i : members) {
        int c = buyers[i];
        // a returning customer without a known amount is taken for an average one
        double mean = Double.isNaN(averages[i]) ? spend.expectedSpend(0, 0) : averages[i];
        value[c] = future.expected(alive[c], mean);
        low[c] = Math.min(value[c], future.quantile(tail, alive[c], mean));
        high[c] = Math.max(value[c], future.quantile(1 - tail, alive[c], mean));
      }
    });
  }

  ModelReport report(Fit<BgNbd> fit, int returning) {
    return switch (fit) {
      case Fit.NotFitted<BgNbd>(Fit.Reason reason, _) ->
          new ModelReport("BG/NBD", false, Reasons.words(reason), Map.of());
      case Fit.Fitted<BgNbd>(BgNbd model, double logLikelihood, int people, boolean atEdge) -> {
        Map<String, Double> values = new TreeMap<>();
        values.put("r", model.r());
        values.put("alphaWeeks", model.alpha());
        values.put("a", model.a());
        values.put("b", model.b());
        values.put("logLikelihood", logLikelihood);
        Words note =
            new Words(
                "基于 %d 位客户拟合，其中 %d 位购买过不止一次%s"
                    .formatted(people, returning, atEdge ? "；部分参数处于边界，仅预测可用" : ""),
                "fitted to %d customers of whom %d bought more than once%s"
                    .formatted(
                        people,
                        returning,
                        atEdge
                            ? "; a parameter is at its edge, only forecasts mean something"
                            : ""));
        yield new ModelReport("BG/NBD", true, note, values);
      }
    };
  }

  ModelReport spendReport(Fit<GammaGamma> fit) {
    return switch (fit) {
      case Fit.NotFitted<GammaGamma>(Fit.Reason reason, _) ->
          new ModelReport("Gamma-Gamma", false, Reasons.words(reason), Map.of());
      case Fit.Fitted<GammaGamma>(GammaGamma model, double logLikelihood, int people, _) -> {
        Correlation correlation = GammaGammaFit.independence(repeats, averages);
        Map<String, Double> values = new TreeMap<>();
        values.put("p", model.p());
        values.put("q", model.q());
        values.put("vMinor", model.v());
        values.put("logLikelihood", logLikelihood);
        if (!Double.isNaN(correlation.coefficient())) {
          values.put("correlationWithFrequency", correlation.coefficient());
        }
        boolean dependent = Math.abs(correlation.coefficient()) > 0.3;
        Words note =
            new Words(
                "基于 %d 位回头客拟合；金额与购买次数的相关系数 %.2f%s"
                    .formatted(
                        people,
                        correlation.coefficient(),
                        dependent ? "，模型假设两者独立，高频客户的价值可能有偏差" : "，符合独立性假设"),
                "fitted to %d returning customers; spend and frequency correlate by %.2f%s"
                    .formatted(
                        people,
                        correlation.coefficient(),
                        dependent
                            ? ", the model assumes they do not: values of frequent buyers may be"
                                + " off"
                            : ", near enough to the independence that the model assumes"));
        yield new ModelReport("Gamma-Gamma", true, note, values);
      }
    };
  }

  private interface Group {
    void accept(int[] members);
  }

  /// Hand over the buyers in groups of equal repeats and age, whatever their order.
  private void forGroups(Group group) {
    long[] keys = new long[buyers.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) repeats[i] << 32) | age[i];
    }
    long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
    int[] ends = new int[distinct.length + 1];
    int[] place = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      place[i] = Arrays.binarySearch(distinct, keys[i]);
      ends[place[i] + 1]++;
    }
    for (int g = 0; g < distinct.length; g++) {
      ends[g + 1] += ends[g];
    }
    int[] next = ends.clone();
    int[] members = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      members[next[place[i]]++] = i;
    }
    for (int g = 0; g < distinct.length; g++) {
      if (progress.cancelled()) {
        throw new CancellationException("building profiles was cancelled");
      }
      progress.at((double) g / distinct.length);
      group.accept(Arrays.copyOfRange(members, ends[g], ends[g + 1]));
    }
  }
}
