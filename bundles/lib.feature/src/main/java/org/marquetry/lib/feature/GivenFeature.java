package org.marquetry.lib.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

/// A feature as a developer has it: its file with the jars beside it, in `bundles/` or in
/// `target/`.
///
/// @param file the feature file
/// @param jars the jar of each of its bundles
public record GivenFeature(Path file, Feature feature, Map<ArtifactId, Path> jars) {
  private static final long MOST_BYTES = 1 << 20;
  private static final String BUNDLES = "bundles";

  /// Find a feature and its jars.
  ///
  /// @param given the feature file, or a folder with one
  /// @param named how messages name it
  /// @throws FeatureException if it is not one feature with all of its bundles
  /// @throws IOException if the folder cannot be read
  public static GivenFeature of(Path given, Path named) throws IOException {
    Path file = Files.isDirectory(given) ? theOne(given, named) : given;
    Path folder = Files.isDirectory(given) ? given : parent(file);
    Feature feature = read(file);
    Map<ArtifactId, Path> jars = new LinkedHashMap<>();
    for (FeatureBundle bundle : feature.bundles()) {
      jars.put(bundle.id(), jar(folder, feature, bundle.id()));
    }
    return new GivenFeature(file, feature, jars);
  }

  /// Copy it into a repository folder, the feature file last.
  ///
  /// @return the feature file there
  public Path copyTo(Path repository) throws IOException {
    Path bundles = Files.createDirectories(repository.resolve(BUNDLES));
    for (Map.Entry<ArtifactId, Path> jar : jars.entrySet()) {
      Files.copy(
          jar.getValue(),
          bundles.resolve(jar.getKey().fileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createDirectories(repository.resolve("features"));
    return Files.copy(file, targetIn(repository), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Where its file lies in a repository.
  Path targetIn(Path repository) {
    return repository
        .resolve("features")
        .resolve(feature.name() + "-" + feature.id().version() + ".json");
  }

  /// The one feature file of a folder.
  private static Path theOne(Path folder, Path named) throws IOException {
    for (Path place : List.of(folder, folder.resolve("features"))) {
      if (!Files.isDirectory(place)) continue;
      try (Stream<Path> list = Files.list(place)) {
        List<Path> files =
            list.filter(f -> f.toString().endsWith(".json") && !f.endsWith(RepositoryIndex.FILE))
                .sorted()
                .toList();
        if (files.size() == 1) return files.getFirst();
        if (files.size() > 1) {
          List<String> names = files.stream().map(f -> f.getFileName() + "").toList();
          throw new FeatureException(
              named + " 里有 " + files.size() + " 个功能文件（" + String.join("、", names) + "）；请指定其中一个",
              named
                  + " holds "
                  + files.size()
                  + " feature files ("
                  + String.join(", ", names)
                  + "); name one of them");
        }
      }
    }
    throw new FeatureException(
        named + " 里没有功能文件（与 jar 或 bundles/ 放在一起的 .json）",
        named + " holds no feature file (a .json beside its jars or bundles/)");
  }

  /// The jar of a bundle, under the name that a repository or the one that Maven gives it.
  private static Path jar(Path folder, Feature feature, ArtifactId id) {
    List<Path> places =
        List.of(
            folder.resolve(BUNDLES),
            folder,
            folder.resolve("target"),
            folder.resolveSibling(BUNDLES));
    List<String> names = List.of(id.fileName(), id.artifact() + "-" + id.version() + ".jar");
    for (Path place : places) {
      for (String name : names) {
        Path jar = place.resolve(name);
        if (!Files.isRegularFile(jar)) continue;
        BundleManifest.read(jar);
        return jar;
      }
    }
    throw new FeatureException(
        "功能 "
            + feature.id()
            + " 列出了 "
            + id
            + "，但在功能文件旁边、bundles/ 和 target/ 里都找不到 "
            + String.join(" 或 ", names),
        "feature "
            + feature.id()
            + " names "
            + id
            + ", but neither "
            + String.join(" nor ", names)
            + " lies beside the feature file, in bundles/ or in target/");
  }

  /// Read a feature file whose ids all name versions.
  ///
  /// @throws FeatureException with file, line and column if it is not as it must be
  /// @throws IOException if it cannot be read
  public static Feature read(Path file) throws IOException {
    Feature feature;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new FeatureException(
            file + " 超过 1 MB：这不是功能文件", file + " is larger than 1 MB: that is no feature file");
      }
      feature = FeatureReader.read(Json.parse(file));
    } catch (JsonException e) {
      throw FeatureException.at(file.toString(), e);
    }
    Stream.concat(Stream.of(feature.id()), feature.bundles().stream().map(FeatureBundle::id))
        .filter(id -> id.version().isBlank())
        .findFirst()
        .ifPresent(id -> {
          throw new FeatureException(
              file + "：“" + id + "”没有写版本；请写成 group:artifact:version",
              file + ": \"" + id + "\" names no version; write group:artifact:version");
        });
    return feature;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
