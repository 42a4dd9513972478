package org.marquetry.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.Repository;

/// The bundles to run, each once, by location.
///
/// @param features the names of the features they come from
record StartPlan(List<String> features, Map<String, Entry> bundles) {
  /// One bundle to install.
  record Entry(ArtifactId id, Path jar, int startLevel) {}

  /// Plan the features and what they need.
  ///
  /// @param repository the suite's own features
  /// @param kept features installed into the home from elsewhere; they replace those of the same
  ///   name
  /// @param inPlace `true`: the jars are used where they lie (short-lived processes); `false`: the
  ///   framework copies them, and the location holds the checksum, so a bundle of changed content
  ///   is another bundle
  static StartPlan of(
      Repository repository, Repository kept, Collection<String> names, boolean inPlace) {
    Map<String, Feature> all = new HashMap<>(repository.features());
    all.putAll(kept.features());
    List<Feature> features = new Repository(repository.folder(), all).withNeeded(names);
    Map<Path, Map<String, String>> checksums = new HashMap<>();
    Map<String, Entry> bundles = new LinkedHashMap<>();
    for (Feature feature : features) {
      Repository from = kept.features().containsKey(feature.name()) ? kept : repository;
      for (FeatureBundle bundle : feature.bundles()) {
        Path jar = from.jar(bundle.id());
        String checksum =
            inPlace
                ? ""
                : checksums
                    .computeIfAbsent(from.folder(), Checksums::read)
                    .get(bundle.id().fileName());
        if (checksum == null || !Files.isRegularFile(jar)) throw missing(feature, bundle, jar);
        String location =
            inPlace ? "reference:" + jar.toUri() : "marquetry:" + bundle.id() + ":" + checksum;
        bundles.putIfAbsent(location, new Entry(bundle.id(), jar, bundle.startLevel()));
      }
    }
    return new StartPlan(features.stream().map(Feature::name).toList(), bundles);
  }

  private static Problem missing(Feature feature, FeatureBundle bundle, Path jar) {
    return Problem.failure(
        "feature \""
            + feature.name()
            + "\" names the bundle "
            + bundle.id()
            + ", but "
            + jar
            + " is missing; build again or take the bundle out of the feature");
  }
}
