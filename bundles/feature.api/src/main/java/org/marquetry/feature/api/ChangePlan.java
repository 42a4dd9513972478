package org.marquetry.feature.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marquetry.shop.api.Words;

/// What a change set would do; bundles by symbolic name and version.
///
/// @param features each feature that comes, goes or changes
/// @param comes bundles that are installed
/// @param goes bundles that are removed
/// @param restarts bundles that stay but are stopped and started, because they use what goes
/// @param handovers services that come, go or change hands
/// @param uses what people made that rests on a service that goes or changes hands
/// @param problems what stands in the way, each with what to do; the change can be made when empty
/// @param restart whether it takes a restart of the whole suite
/// @param away how long the suite would be away for it
public record ChangePlan(
    List<FeatureStep> features,
    List<String> comes,
    List<String> goes,
    List<String> restarts,
    List<Handover> handovers,
    List<FeatureUse> uses,
    List<Words> problems,
    boolean restart,
    Duration away) {

  /// One feature.
  ///
  /// @param before its version now; empty: it comes
  /// @param after its version afterwards; empty: it goes
  /// @param publisher who signed what comes; empty: nobody, or the suite came with it
  /// @param licence as SPDX names it, or empty
  /// @param powers what it asks for
  public record FeatureStep(
      String name,
      String title,
      Optional<String> before,
      Optional<String> after,
      String publisher,
      String licence,
      List<FeaturePower> powers) {
    /// Copy the list.
    public FeatureStep {
      powers = List.copyOf(powers);
    }
  }

  /// One service of one provider.
  ///
  /// @param service full name of the API interface
  /// @param provider name as in `Provider`
  /// @param before the bundle that gives it now; empty: it comes
  /// @param after the bundle that gives it afterwards; empty: it goes
  public record Handover(
      String service, String provider, Optional<String> before, Optional<String> after) {
    /// Whether something rests on it.
    public boolean carries(FeatureUse use) {
      return use.service().equals(service)
          && (use.provider().isEmpty() || use.provider().equals(provider));
    }
  }

  /// Copy the lists.
  public ChangePlan {
    features = List.copyOf(features);
    comes = List.copyOf(comes);
    goes = List.copyOf(goes);
    restarts = List.copyOf(restarts);
    handovers = List.copyOf(handovers);
    uses = List.copyOf(uses);
    problems = List.copyOf(problems);
  }

  /// What can be done with a use beside keeping it with a part missing; nothing where the service
  /// that it rests on only changes hands.
  public Set<FeatureUse.Choice> choices(FeatureUse use) {
    boolean goes = handovers.stream().anyMatch(h -> h.after().isEmpty() && h.carries(use));
    return goes ? use.choices() : Set.of();
  }

  /// Whether anything would change.
  public boolean isEmpty() {
    return features.isEmpty() && comes.isEmpty() && goes.isEmpty();
  }
}
