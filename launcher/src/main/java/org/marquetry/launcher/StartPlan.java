package org.marquetry.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.BundleSet;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.lib.feature.Powers;
import org.marquetry.lib.feature.Repository;

/// The features to run and their bundles, each once, by location.
record StartPlan(List<FeatureFiles> features, Map<String, Entry> bundles) {
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
    Map<String, FeatureFiles> kept = new HashMap<>();
    Map<String, Feature> all = new HashMap<>(repository.features());
    for (FeatureFiles files : added) {
      kept.put(files.name(), files);
      all.put(files.name(), files.feature());
    }
    Map<String, String> checksums = inPlace ? Map.of() : Checksums.read(repository.folder());
    List<FeatureFiles> features = new ArrayList<>();
    for (Feature feature : new Repository(repository.folder(), all).withNeeded(names)) {
      FeatureFiles files = kept.get(feature.name());
      features.add(
          files != null
              ? files
              : FeatureFiles.of(
                  repository,
                  feature,
                  file -> inPlace ? "" : checksums.getOrDefault(file, FeatureFiles.UNKNOWN),
                  false,
                  FeatureFiles.SUITE,
                  ""));
    }
    return of(features, inPlace);
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
    return new StartPlan(List.copyOf(features), bundles);
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
