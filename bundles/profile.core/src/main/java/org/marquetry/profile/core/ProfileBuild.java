package org.marquetry.profile.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.api.Affinity;
import org.marquetry.profile.api.ProfileSummary;
import org.marquetry.profile.api.ProfileSummary.Tier;
import org.marquetry.profile.api.Segment;
import org.marquetry.profile.api.SegmentSize;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.value.BgNbd;
import org.marquetry.profile.core.value.Fit;
import org.marquetry.profile.core.value.GammaGamma;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;

/// One build of everybody's profile.
final class ProfileBuild {
  private final Warehouse warehouse;
  private final ProfileOptions options;
  private final Instant asOf;
  private final Progress progress;

  ProfileBuild(Warehouse warehouse, ProfileOptions options, Instant asOf, Progress progress) {
    this.warehouse = warehouse;
    this.options = options;
    this.asOf = asOf;
    this.progress = progress;
  }

  Population build() {
    step(new Words("读取客户和购买", "reading customers and purchases"));
    ShopReader reader = new ShopReader(warehouse, asOf);
    Columns columns = reader.customers();
    Purchases purchases = reader.purchases(columns);
    long today = reader.day(asOf);
    ScoreStep scores = new ScoreStep(columns, purchases);
    scores.basics(reader.basis(), today);
    step(new Words("预计购买次数", "expecting purchases"));
    ValueStep values = new ValueStep(columns, purchases, today, options, progress);
    Fit<BgNbd> orders = values.orders();
    step(new Words("预计消费金额", "expecting spend"));
    Fit<GammaGamma> spend = values.spend();
    if (orders instanceof Fit.Fitted<BgNbd>(BgNbd orderModel, _, _, _)
        && spend instanceof Fit.Fitted<GammaGamma>(GammaGamma spendModel, _, _, _)) {
      values.lifetimeValue(orderModel, spendModel);
    }
    step(new Words("读取偏好", "reading affinities"));
    AffinityTable categories = affinities(columns, Affinity.Kind.CATEGORY);
    AffinityTable brands = affinities(columns, Affinity.Kind.BRAND);
    topNames(columns, categories, Traits.TOP_CATEGORY);
    topNames(columns, brands, Traits.TOP_BRAND);
    List<Tier> tiers = scores.tiers(tierBasis(columns));
    step(new Words("统计细分人数", "sizing segments"));
    Optional<String> currency =
        hasAny(columns.number(Traits.NET_REVENUE)) ? reader.shopCurrency() : Optional.empty();
    int returning = (int) Arrays.stream(purchases.frequency).filter(f -> f > 1).count();
    ProfileSummary summary =
        new ProfileSummary(
            asOf,
            columns.size(),
            purchases.buyers().length,
            reader.basis(),
            currency,
            options.daysAhead(),
            values.report(orders, returning),
            values.spendReport(spend),
            sum(columns.number(Traits.NET_REVENUE)),
            sum(columns.number(Traits.EXPECTED_ORDERS)),
            sum(columns.number(Traits.LIFETIME_VALUE)),
            tiers,
            sizes(columns, currency),
            scores.recencyFrequency(),
            reader.notes());
    return new Population(summary, columns, List.of(categories, brands), values, options.level());
  }

  private void step(Words what) {
    if (progress.cancelled()) {
      throw new CancellationException("building profiles was cancelled");
    }
    progress.step(what);
  }

  private AffinityTable affinities(Columns columns, Affinity.Kind kind) {
    return AffinityTable.read(warehouse, columns, kind, asOf, options);
  }

  private static void topNames(Columns columns, AffinityTable table, Trait trait) {
    TextColumn column = columns.text(trait);
    for (int c = 0; c < columns.size(); c++) {
      List<Affinity> strongest = table.at(c);
      if (!strongest.isEmpty()) {
        column.set(c, strongest.getFirst().name());
      }
    }
  }

  private static Trait tierBasis(Columns columns) {
    for (Trait trait : List.of(Traits.LIFETIME_VALUE, Traits.NET_REVENUE)) {
      if (hasAny(columns.number(trait))) {
        return trait;
      }
    }
    return Traits.FREQUENCY;
  }

  private static List<SegmentSize> sizes(Columns columns, Optional<String> currency) {
    Evaluator evaluator = new Evaluator(columns);
    Sentences sentences = new Sentences(currency);
    double[] value = columns.number(Traits.LIFETIME_VALUE);
    return StandardSegments.ALL.stream()
        .map((Segment segment) -> {
          var members = evaluator.members(segment.condition());
          double[] values = members.stream().mapToDouble(c -> value[c]).toArray();
          return new SegmentSize(
              segment,
              sentences.say(segment.condition()),
              members.cardinality(),
              columns.size() == 0 ? 0 : (double) members.cardinality() / columns.size(),
              sum(values));
        })
        .toList();
  }

  private static boolean hasAny(double[] values) {
    return Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
  }

  private static double sum(double[] values) {
    return hasAny(values)
        ? Arrays.stream(values).filter(value -> !Double.isNaN(value)).sum()
        : Double.NaN;
  }
}
