package org.marquetry.experiment.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.experiment.api.PastCampaigns;
import org.marquetry.experiment.api.PastEffect;
import org.marquetry.math.stats.Estimate;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.Interval;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Reads past campaigns and baselines from the published views.
@Provider("core")
@Component
public final class WarehousePastCampaigns implements PastCampaigns {
  private final PastViews views;

  @Activate
  public WarehousePastCampaigns(@Reference Warehouse warehouse) {
    views = new PastViews(warehouse);
  }

  @Override
  public List<PastEffect> effects(double level) {
    List<PastEffect> effects = new ArrayList<>();
    for (PastViews.Row campaign : views.campaigns()) {
      effects.add(new CampaignLookBack(views, campaign, level).effect());
    }
    return effects;
  }

  @Override
  public Optional<Interval> pooled(List<PastEffect> effects, double level) {
    List<Interval> estimates =
        effects.stream()
            .filter(PastEffect.Estimated.class::isInstance)
            .map(e -> ((PastEffect.Estimated) e).effect())
            .filter(e -> e.high() > e.low())
            .toList();
    if (estimates.size() < 2) {
      return Optional.empty();
    }
    Estimate e = RandomEffects.pool(estimates, level);
    return Optional.of(new Interval(e.value(), e.low(), e.high(), e.level()));
  }

  @Override
  public Optional<Baseline.Amount> spend(int days) {
    return views.spend(requireDays(days));
  }

  @Override
  public Optional<Baseline.Rate> ordering(int days) {
    return views.ordering(requireDays(days));
  }

  private static int requireDays(int days) {
    if (days < 1) {
      throw new IllegalArgumentException("days must be >= 1, got " + days);
    }
    return days;
  }
}
