package org.marquetry.feature.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// A change set that is being made, or that was refused and left everything as it was. What became
/// of one that was made is a [ChangeRun].
///
/// @param by the actor, `kind/name`
/// @param wishes what is wanted
/// @param step how far it is, or was when it was refused
/// @param bundle that is worked on, by symbolic name and version; empty: none in particular
/// @param done how many bundles of this step are done
/// @param all how many there are; 0: it is not known yet
/// @param refused why it was not made; empty: it is being made
public record ChangeProgress(
    String by,
    List<Wish> wishes,
    Instant since,
    Step step,
    String bundle,
    int done,
    int all,
    Optional<Words> refused) {
  /// The steps, in their order.
  public enum Step {
    /// The files are fetched, checked and kept; the plan is made.
    CHECKING,
    /// The new bundles start beside the old ones.
    STARTING,
    /// Each promised service of the new bundles is got once.
    PROBING,
    /// The old bundles go, and what uses them is started again.
    HANDING_OVER
  }

  /// Copy the list.
  public ChangeProgress {
    wishes = List.copyOf(wishes);
  }
}
