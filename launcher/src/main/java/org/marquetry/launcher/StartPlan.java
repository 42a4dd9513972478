package org.marquetry.launcher;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.BundleSet;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.lib.feature.Powers;
import org.marquetry.lib.feature.Repository;

/// The features to run and their bundles, each once, by location.
///
/// @param held SHA-256 of bundles that are installed but not started: they are in quarantine
record StartPlan(List<FeatureFiles> features, Map<String, Entry> bundles, Set<String> held) {
  /// One bundle to install.
  ///
  /// @param limit the powers to which the gate holds it; empty: all
  record Entry(ArtifactId id, java.nio.file.Path jar, int startLevel, Optional<Powers> limit) {}

  /// Plan features and what they need.
  ///
  /// @param repository the suite's own features
  /// @param added features that were installed into the home; they replace those of the same name
  /// @param inPlace whether the jars are used where they lie (short-lived processes), whatever
  ///   their checksums
  static StartPlan of(
      Repository repository,
      Collection<FeatureFiles> added,
      Collection<String> names,
      boolean inPlace) {
    UnaryOperator<String> checksums = inPlace ? _ -> "" : Checksums.of(repository);
    return of(FeatureFiles.overlaid(repository, added, names, checksums), inPlace);
  }

  /// Plan exactly these features.
  static StartPlan of(List<FeatureFiles> features, boolean inPlace) {
    Map<String, Entry> bundles = new LinkedHashMap<>();
    for (BundleSet.Chosen chosen : BundleSet.of(features).bundles().values()) {
      String location = inPlace ? "reference:" + chosen.file().jar().toUri() : chosen.location();
      bundles.put(
          location,
          new Entry(
              chosen.bundle().id(),
              chosen.file().jar(),
              chosen.bundle().startLevel(),
              chosen.limit()));
    }
    return new StartPlan(List.copyOf(features), bundles, Set.of());
  }

  /// The same, with these bundles held.
  StartPlan holding(Set<String> checksums) {
    return new StartPlan(features, bundles, Set.copyOf(checksums));
  }

  /// Whether the bundle at a location is not started.
  boolean isHeld(String location) {
    return held.contains(location.substring(location.lastIndexOf(':') + 1));
  }

  /// The framework property by which the gate knows the powers of added features.
  String powers() {
    Map<String, Powers> limits = new HashMap<>();
    bundles.forEach((location, entry) -> entry.limit().ifPresent(l -> limits.put(location, l)));
    return Powers.property(limits);
  }

  List<String> names() {
    return features.stream().map(FeatureFiles::name).toList();
  }
}
