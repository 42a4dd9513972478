package org.marquetry.experiment.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.Interval;
import org.osgi.annotation.versioning.ProviderType;

/// Look back at the shop's own campaigns.
@ProviderType
@Requires("experiment.read")
public interface PastCampaigns {
  /// Estimate the effect of each past campaign, oldest first.
  ///
  /// Design: difference in differences. The change of the members' spend, from the period before
  /// the campaign to the campaign, is compared with the change of non-members who spent alike in
  /// the period before that; spend is net of returns. The placebo is the same one period earlier.
  /// Members were not drawn at random, so every estimate carries [PastEffect.Caveat#NOT_RANDOM].
  ///
  /// @param level of the intervals, in (0, 1)
  /// @return one for each campaign in the warehouse; empty when there is none
  List<PastEffect> effects(double level);

  /// Pool the estimates into one effect per member, in minor units (random effects, DerSimonian and
  /// Laird).
  ///
  /// @return empty when fewer than two campaigns could be estimated
  Optional<Interval> pooled(List<PastEffect> effects, double level);

  /// Describe what a customer spends in a period, from the past: the baseline for planning.
  ///
  /// @param days length of the period, at least 1
  /// @return mean and deviation of net spend (minor units) per known customer in the last `days`
  ///   days of the data; empty when there are no orders
  Optional<Baseline.Amount> spend(int days);

  /// Describe how many customers order in a period.
  ///
  /// @param days length of the period, at least 1
  /// @return share of known customers who ordered in the last `days` days; empty when none or all
  ///   did
  Optional<Baseline.Rate> ordering(int days);
}
