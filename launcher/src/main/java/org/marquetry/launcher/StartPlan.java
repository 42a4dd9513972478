package org.marquetry.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
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
  /// @param inPlace `true`: the jars are used where they lie (short-lived processes); `false`: the
  ///   framework copies them, and the location holds the checksum, so a bundle of changed content
  ///   is another bundle
  static StartPlan of(Repository repository, Collection<String> names, boolean inPlace) {
    Map<String, String> sums = inPlace ? Map.of() : Checksums.read(repository.folder());
    List<Feature> features = repository.withNeeded(names);
    Map<String, Entry> bundles = new LinkedHashMap<>();
    for (Feature feature : features) {
      for (FeatureBundle bundle : feature.bundles()) {
        Path jar = repository.jar(bundle.id());
        if (!Files.isRegularFile(jar)) {
          throw Problem.failure(
              "feature \""
                  + feature.name()
                  + "\" names the bundle "
                  + bundle.id()
                  + ", but "
                  + jar
                  + " is missing; build again or take the bundle out of the feature");
        }
        String location =
            inPlace
                ? "reference:" + jar.toUri()
                : "marquetry:" + bundle.id() + ":" + sums.getOrDefault(bundle.id().fileName(), "");
        bundles.putIfAbsent(location, new Entry(bundle.id(), jar, bundle.startLevel()));
      }
    }
    return new StartPlan(features.stream().map(Feature::name).toList(), bundles);
  }
}
