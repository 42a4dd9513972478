package org.marquetry.lib.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

/// The features of one folder and where their bundles lie.
///
/// @param folder the folder that holds `features/`, `bundles/` and `index.xml`
/// @param features by name
public record Repository(Path folder, Map<String, Feature> features) {
  /// Copy the map.
  public Repository {
    features = Map.copyOf(features);
  }

  /// Read all features of a folder; of two versions of one feature the newer file counts.
  ///
  /// @throws FeatureException if a feature file is broken, with file, line and column
  public static Repository read(Path folder) {
    Path files = folder.resolve("features");
    Map<String, Feature> features = new TreeMap<>();
    if (!Files.isDirectory(files)) return new Repository(folder, features);
    try (Stream<Path> list = Files.list(files)) {
      for (Path file : list.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Feature feature = read(file, folder);
        features.put(feature.name(), feature);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the features in " + files, e);
    }
    return new Repository(folder, features);
  }

  private static Feature read(Path file, Path folder) throws IOException {
    try {
      return FeatureReader.read(Json.parse(file));
    } catch (JsonException e) {
      throw FeatureException.at(folder.relativize(file).toString(), e);
    }
  }

  /// Return the feature that brings this command, or empty.
  public Optional<Feature> bringing(String command) {
    return features.values().stream()
        .filter(f -> f.commands().stream().anyMatch(c -> c.name().equals(command)))
        .findFirst();
  }

  /// Return the named features and all that they need, those that are needed first.
  ///
  /// @throws FeatureException if a feature is not here
  public List<Feature> withNeeded(Collection<String> names) {
    Map<String, Feature> found = new LinkedHashMap<>();
    names.forEach(name -> add(name, "", found, new ArrayList<>()));
    return List.copyOf(found.values());
  }

  private void add(String name, String by, Map<String, Feature> found, List<String> path) {
    if (found.containsKey(name) || path.contains(name)) return;
    Feature feature = features.get(name);
    if (feature == null) {
      throw new FeatureException(
          folder + " 里没有名为“" + name + "”的功能" + (by.isEmpty() ? "" : "；功能“" + by + "”需要它"),
          "no feature \""
              + name
              + "\" in "
              + folder
              + (by.isEmpty() ? "" : "; feature \"" + by + "\" needs it"));
    }
    path.add(name);
    feature.requires().forEach(needed -> add(needed.artifact(), name, found, path));
    found.put(name, feature);
  }

  /// Where a bundle lies.
  public Path jar(ArtifactId bundle) {
    return folder.resolve("bundles").resolve(bundle.fileName());
  }

  /// Where a feature's own file lies, named with its version or without.
  public Path document(Feature feature) {
    Path files = folder.resolve("features");
    Path versioned = files.resolve(feature.name() + "-" + feature.id().version() + ".json");
    return Files.exists(versioned) ? versioned : files.resolve(feature.name() + ".json");
  }
}
