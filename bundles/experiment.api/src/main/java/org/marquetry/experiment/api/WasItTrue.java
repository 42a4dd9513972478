package org.marquetry.experiment.api;

import java.time.Instant;
import org.marquetry.shop.api.Interval;

/// Whether a decision was right.
///
/// @param variant the one that was shipped; of another decision the one that looked best
/// @param due when the answer is final
/// @param thought profit more a person in minor units, as it was read at the decision
/// @param whole the same from the start until now, at most until `due`
/// @param since only from the decision on: below 0 when the campaign drew orders forward
public record WasItTrue(
    String variant, Instant due, Interval thought, Interval whole, Interval since, Answer answer) {
  public enum Answer {
    /// The whole of the interval lies on the side that was thought.
    CONFIRMED,
    /// The whole of the interval lies on the other side.
    REFUTED,
    /// It holds 0.
    UNCLEAR
  }
}
