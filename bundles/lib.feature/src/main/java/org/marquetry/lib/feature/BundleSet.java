package org.marquetry.lib.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bundles of several features, each artifact once.
///
/// @param bundles by group and artifact, in the order of the features
public record BundleSet(Map<String, Chosen> bundles) {
  /// One bundle.
  ///
  /// @param features those that name the artifact
  /// @param limit the powers to which the gate holds it; empty: all
  public record Chosen(
      FeatureBundle bundle,
      FeatureFiles.BundleFile file,
      List<String> features,
      Optional<Powers> limit) {
    /// Copy the list.
    public Chosen {
      features = List.copyOf(features);
    }

    /// Its location in the framework: of changed content it is another bundle.
    public String location() {
      return "marquetry:" + bundle.id() + ":" + file.checksum();
    }
  }

  /// Copy the map, in its order.
  public BundleSet {
    bundles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bundles));
  }

  /// Choose the bundles. Where two features name different versions of one, that of a feature that
  /// was installed into the home counts before the suite's own, then the later one.
  public static BundleSet of(Collection<FeatureFiles> features) {
    Map<String, Chosen> chosen = new LinkedHashMap<>();
    for (boolean added : new boolean[] {false, true}) {
      for (FeatureFiles files : features) {
        if (files.added() == added) {
          add(files, chosen);
        }
      }
    }
    return new BundleSet(chosen);
  }

  private static void add(FeatureFiles files, Map<String, Chosen> chosen) {
    for (FeatureBundle bundle : files.feature().bundles()) {
      String key = bundle.id().key();
      List<String> features = new ArrayList<>();
      Optional<Powers> limit =
          files.limited() ? Optional.of(files.feature().powers()) : Optional.empty();
      Chosen before = chosen.get(key);
      if (before != null) {
        features.addAll(before.features);
        limit = before.limit.isEmpty() ? Optional.empty() : limit.map(before.limit.get()::and);
      }
      features.add(files.name());
      chosen.put(key, new Chosen(bundle, files.jar(bundle.id()), features, limit));
    }
  }
}
