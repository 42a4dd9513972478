package org.marquetry.feature.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.Repository;

/// The features that were installed from elsewhere: a repository in the home that the launcher
/// reads over its own.
record Store(Path folder) {
  /// Keep a feature: its bundles first, its file last.
  ///
  /// @param from the repository it came from
  /// @param file its file there
  void keep(Feature feature, Repository from, Path file) {
    if (from.folder().equals(folder)) return;
    try {
      Path features = Files.createDirectories(folder.resolve("features"));
      Path bundles = Files.createDirectories(folder.resolve("bundles"));
      for (FeatureBundle bundle : feature.bundles()) {
        replace(from.jar(bundle.id()), bundles.resolve(bundle.id().fileName()));
      }
      Path kept = features.resolve(feature.name() + ".json");
      replace(file, kept);
    } catch (IOException e) {
      throw new FeatureException(
          Reason.FAILED,
          "feature "
              + feature.id()
              + " runs, but could not be kept in "
              + folder
              + " ("
              + e
              + "); it will be gone after a restart",
          e);
    }
  }

  /// Whether a feature is kept here.
  boolean keeps(String name) {
    return Files.exists(folder.resolve("features").resolve(name + ".json"));
  }

  /// Keep a feature no longer; its bundles go at the next start.
  void forget(String name) {
    try {
      Files.deleteIfExists(folder.resolve("features").resolve(name + ".json"));
    } catch (IOException e) {
      throw new FeatureException(
          Reason.FAILED,
          "feature "
              + name
              + " was removed, but is still kept in "
              + folder
              + " ("
              + e
              + "); it will be back after a restart",
          e);
    }
  }

  /// Delete bundles that no kept feature names.
  void tidy() throws IOException {
    if (!Files.isDirectory(folder.resolve("bundles"))) return;
    var named =
        Repository.read(folder).features().values().stream()
            .flatMap(f -> f.bundles().stream())
            .map(b -> b.id().fileName())
            .toList();
    try (Stream<Path> jars = Files.list(folder.resolve("bundles"))) {
      for (Path jar : jars.filter(j -> !named.contains(j.getFileName().toString())).toList())
        Files.delete(jar);
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    Path fresh = to.resolveSibling(to.getFileName() + ".new");
    Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
