package org.marquetry.feature.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.IndexedFile;
import org.marquetry.lib.feature.Repository;

/// A feature that a repository offers.
///
/// @param path its file there
record Candidate(SignedIndex from, String path, Feature feature) {
  /// The paths of its bundles.
  List<String> jars() {
    return feature.bundles().stream()
        .map(FeatureBundle::id)
        .map(id -> "bundles/" + id.fileName())
        .toList();
  }

  /// Bytes of all its files.
  long size() {
    return jars().stream().map(from::stated).mapToLong(IndexedFile::size).sum();
  }

  /// Copy what the index vouches for, and nothing else.
  Staging staged() {
    try {
      Path made = Files.createTempDirectory("feature");
      try {
        Files.createDirectories(made.resolve("bundles"));
        Files.createDirectories(made.resolve("features"));
        for (String jar : jars()) from.copy(jar, made.resolve(jar));
        from.copy(path, made.resolve(path));
        return new Staging(
            new Repository(made, Map.of()),
            made.resolve(path),
            feature,
            from.origin(),
            List.of(made));
      } catch (RuntimeException e) {
        Staging.delete(made);
        throw e;
      }
    } catch (IOException e) {
      throw Refusal.unreadable(from.place().name(path), e);
    }
  }
}
