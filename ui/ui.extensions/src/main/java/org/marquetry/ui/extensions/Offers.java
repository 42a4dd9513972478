package org.marquetry.ui.extensions;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marquetry.feature.api.AvailableFeature;
import org.marquetry.feature.api.AvailableFeatures;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureRepository;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.Wish;
import org.marquetry.shop.api.Words;

/// Asks the repositories what they offer, then, one after the other, whether each fits what runs:
/// what is near is planned, what lies in the network is not fetched just to know.
final class Offers {
  private final Features features;
  private final FeatureSources sources;
  private boolean asked;
  private AvailableFeatures available = new AvailableFeatures(List.of(), List.of());
  private Set<String> remote = Set.of();
  private final Map<String, Fit> fits = new TreeMap<>();

  /// Whether an offer fits.
  ///
  /// @param problems what stands in the way; empty: it fits
  record Fit(List<Words> problems) {}

  /// What is known by now.
  ///
  /// @param isAsked whether the repositories have answered
  /// @param fits by [#wish]
  /// @param remote repositories of the network
  record Known(
      boolean isAsked, AvailableFeatures available, Map<String, Fit> fits, Set<String> remote) {
    /// All offers of each feature, by name, the newest first.
    Map<String, List<AvailableFeature>> byName() {
      return available.features().stream()
          .collect(
              Collectors.groupingBy(
                  AvailableFeature::name, LinkedHashMap::new, Collectors.toList()));
    }

    Optional<Fit> fit(AvailableFeature offer) {
      return Optional.ofNullable(fits.get(wish(offer)));
    }
  }

  Offers(Features features, FeatureSources sources) {
    this.features = features;
    this.sources = sources;
  }

  static String wish(AvailableFeature offer) {
    return offer.repository() + "/" + offer.name() + "@" + offer.version();
  }

  /// Nothing was asked yet, or all is to be asked again.
  synchronized Known again() {
    asked = false;
    fits.clear();
    return known();
  }

  /// Go one step further: it takes as long as a repository, or as one plan.
  synchronized Known look() {
    if (!asked) {
      remote =
          sources.repositories().stream()
              .filter(FeatureRepository::remote)
              .map(FeatureRepository::name)
              .collect(Collectors.toCollection(HashSet::new));
      available = sources.available();
      asked = true;
    } else {
      available.features().stream()
          .filter(f -> !remote.contains(f.repository()) && !fits.containsKey(wish(f)))
          .findFirst()
          .ifPresent(f -> fits.put(wish(f), fit(f)));
    }
    return known();
  }

  private Fit fit(AvailableFeature offer) {
    Wish wish = new Wish(Wish.Kind.INSTALL, wish(offer));
    try {
      ChangePlan plan = features.plan(new ChangeSet(List.of(wish), "", Duration.ZERO));
      return new Fit(plan.problems());
    } catch (FeatureException e) {
      return new Fit(List.of(e.words()));
    }
  }

  private Known known() {
    return new Known(asked, available, Map.copyOf(fits), Set.copyOf(remote));
  }
}
