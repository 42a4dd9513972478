package org.marquetry.experiment.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.PastEffect;
import org.marquetry.experiment.api.PastEffect.Caveat;
import org.marquetry.experiment.api.PastEffect.Estimated;
import org.marquetry.experiment.api.PastEffect.Gap;
import org.marquetry.experiment.api.PastEffect.Unknown;
import org.marquetry.math.stats.Estimate;
import org.marquetry.shop.api.Interval;

/// One past campaign: an estimate with its warnings, or why there is none.
final class CampaignLookBack {
  private static final Duration SHORTEST_DURING = Duration.ofDays(7);
  private static final int FEWEST_MEMBERS = 20;
  private static final double MANY_OVERLAP = 0.25;
  private static final double MANY_UNMATCHED = 0.1;

  private final PastViews views;
  private final PastViews.Row row;
  private final double level;

  CampaignLookBack(PastViews views, PastViews.Row row, double level) {
    this.views = views;
    this.row = row;
    this.level = level;
  }

  PastEffect effect() {
    Optional<PastViews.Span> orders = views.orders();
    if (row.start().isEmpty() || row.end().isEmpty() || orders.isEmpty()) {
      return unknown(orders.isEmpty() ? Gap.NO_ORDERS_DURING : Gap.NO_DATES);
    }
    if (row.members() < FEWEST_MEMBERS) {
      return unknown(Gap.TOO_FEW_MEMBERS);
    }
    Instant start = row.start().get();
    Instant last = orders.get().last();
    Instant end = row.end().get().isBefore(last) ? row.end().get() : last;
    if (Duration.between(start, end).compareTo(SHORTEST_DURING) < 0) {
      return unknown(Gap.NO_ORDERS_DURING);
    }
    Optional<Windows> windows = Windows.of(orders.get().first(), start, end);
    if (windows.isEmpty()) {
      return unknown(Gap.NO_ORDERS_BEFORE);
    }
    List<Spend> people = views.spends(row.id(), windows.get());
    Optional<DifferenceInDifferences> found =
        DifferenceInDifferences.estimate(people, windows.get().scale(), level);
    if (found.isEmpty()) {
      return unknown(Gap.TOO_FEW_NON_MEMBERS);
    }
    Optional<Interval> placebo = placebo(orders.get().first(), windows.get());
    return new Estimated(
        campaign(),
        interval(found.get().effect()),
        placebo,
        found.get().comparison(),
        found.get().unmatched(),
        views.responders(row.id()),
        caveats(found.get(), placebo, end));
  }

  /// The same comparison, one period earlier.
  private Optional<Interval> placebo(Instant first, Windows windows) {
    return Windows.of(first, windows.before(), windows.start())
        .flatMap(earlier ->
            DifferenceInDifferences.estimate(
                views.spends(row.id(), earlier), earlier.scale(), level))
        .map(found -> interval(found.effect()));
  }

  private List<Caveat> caveats(
      DifferenceInDifferences found, Optional<Interval> placebo, Instant end) {
    List<Caveat> caveats = new ArrayList<>(List.of(Caveat.NOT_RANDOM));
    if (placebo.isPresent() && !placebo.get().holds(0)) {
      caveats.add(Caveat.DIFFERED_BEFORE);
    }
    if (views.overlapping(row) >= MANY_OVERLAP * row.members()) {
      caveats.add(Caveat.OVERLAPS);
    }
    if (found.unmatched() > MANY_UNMATCHED * row.members()) {
      caveats.add(Caveat.MANY_UNMATCHED);
    }
    if (row.end().orElseThrow().isAfter(end)) {
      caveats.add(Caveat.CUT_OFF);
    }
    return caveats;
  }

  private Unknown unknown(Gap gap) {
    return new Unknown(campaign(), gap);
  }

  private PastEffect.Campaign campaign() {
    return new PastEffect.Campaign(row.id(), row.kind(), row.start(), row.end(), row.members());
  }

  private static Interval interval(Estimate e) {
    return new Interval(e.value(), e.low(), e.high(), e.level());
  }
}
