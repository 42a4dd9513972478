package org.marquetry.experiment.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// Design, assign and read experiments. Pure: the same question has the same answer. Safe for many
/// threads.
@ProviderType
@Requires("experiment.read")
public interface Experiments {
  /// Put a customer into a group. The same customer and design always give the same group; a change
  /// of the hold-out share moves only customers in or out of the hold-out, never between variants.
  Assignment assign(Design design, CustomerId customer);

  /// Put many customers into groups.
  ///
  /// @return one for each customer, in the order given
  List<Assignment> assignAll(Design design, List<CustomerId> customers);

  /// Tell what the comparison of two groups of these sizes can find.
  ///
  /// @param treated people who get the campaign, at least 0
  /// @param control people who get nothing, at least 0
  Detectable detectable(Baseline baseline, long treated, long control, Power errors);

  /// Compare the sizes of the groups with the design.
  ///
  /// @param groups at least two; the shares are scaled to sum to 1
  SampleRatio sampleRatio(List<SampleRatio.Count> groups);

  /// Compare two groups. With a covariate in both samples, the part it explains is taken out
  /// (CUPED).
  ///
  /// @param level of both intervals, in (0, 1), for example 0.95
  /// @throws IllegalArgumentException if a group has fewer than two people
  Effect effect(Sample control, Sample treated, double level);

  /// Say what a result means.
  ///
  /// @param ended whether the planned end is reached: before it only the always-valid interval
  ///   counts
  Verdict verdict(Effect effect, SampleRatio ratio, boolean ended);
}
