package org.marquetry.feature.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.FeatureReader;
import org.marquetry.lib.feature.Repository;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

/// What a person gave to install, as a repository: a feature file that stands in one, or a feature
/// file with its jars beside it, a folder or an archive, copied into one for the time of the
/// change.
///
/// @param file the feature file in it
/// @param made the folder to delete afterwards; the repository's own folder otherwise stays
record Staging(Repository repository, Path file, Feature feature, List<Path> made)
    implements AutoCloseable {
  private static final String BUNDLES = "bundles";

  /// Take what was given.
  ///
  /// @throws FeatureException if it is not one feature with all of its bundles
  static Staging of(Path given) {
    Path path = given.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new FeatureException(
          Reason.NOT_FOUND,
          "there is no " + path + "; name a feature file (.json), a folder or a .zip");
    }
    if (!Files.isReadable(path)) {
      throw new FeatureException(
          Reason.INVALID, "the suite's user cannot read " + path + "; make it readable for it");
    }
    String name = String.valueOf(path.getFileName());
    try {
      if (Files.isDirectory(path)) return copied(path, theOne(path, path));
      if (name.endsWith(".zip")) return unpacked(path);
      if (!name.endsWith(".json")) {
        throw new FeatureException(
            Reason.INVALID, path + " is no feature: name a .json, a .zip or a folder");
      }
      Path folder = parent(path);
      boolean inRepository =
          folder.endsWith("features") && Files.isDirectory(folder.resolveSibling(BUNDLES));
      return inRepository
          ? new Staging(new Repository(parent(folder), Map.of()), path, read(path), List.of())
          : copied(folder, path);
    } catch (IOException e) {
      throw new FeatureException(Reason.FAILED, "cannot read " + path + " (" + e + ")", e);
    }
  }

  private static Staging unpacked(Path zip) throws IOException {
    Path folder = Files.createTempDirectory("feature");
    try {
      Archive.unpack(zip, folder);
      return copied(folder, theOne(folder, zip));
    } finally {
      delete(folder);
    }
  }

  /// The one feature file of a folder.
  private static Path theOne(Path folder, Path named) throws IOException {
    for (Path place : List.of(folder, folder.resolve("features"))) {
      if (!Files.isDirectory(place)) continue;
      try (Stream<Path> list = Files.list(place)) {
        List<Path> files = list.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        if (files.size() == 1) return files.getFirst();
        if (files.size() > 1) {
          throw new FeatureException(
              Reason.INVALID,
              named
                  + " holds "
                  + files.size()
                  + " feature files ("
                  + String.join(", ", files.stream().map(f -> f.getFileName() + "").toList())
                  + "); name one of them");
        }
      }
    }
    throw new FeatureException(
        Reason.INVALID, named + " holds no feature file (a .json beside its jars or bundles/)");
  }

  private static Staging copied(Path folder, Path file) throws IOException {
    Feature feature = read(file);
    Path made = Files.createTempDirectory("feature");
    try {
      Path bundles = Files.createDirectories(made.resolve(BUNDLES));
      for (FeatureBundle bundle : feature.bundles()) {
        Files.copy(jar(folder, feature, bundle.id()), bundles.resolve(bundle.id().fileName()));
      }
      Path copy =
          Files.createDirectories(made.resolve("features")).resolve(feature.name() + ".json");
      Files.copy(file, copy);
      return new Staging(new Repository(made, Map.of()), copy, feature, List.of(made));
    } catch (IOException | RuntimeException e) {
      delete(made);
      throw e;
    }
  }

  /// The jar of a bundle, under the name that a repository or the one that Maven gives it.
  private static Path jar(Path folder, Feature feature, ArtifactId id) throws IOException {
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
        checkBundle(jar);
        return jar;
      }
    }
    throw new FeatureException(
        Reason.INVALID,
        "feature "
            + feature.id()
            + " names "
            + id
            + ", but neither "
            + String.join(" nor ", names)
            + " lies beside the feature file, in bundles/ or in target/");
  }

  private static void checkBundle(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      if (manifest != null && manifest.getMainAttributes().getValue("Bundle-SymbolicName") != null)
        return;
    } catch (java.util.zip.ZipException e) {
      throw new FeatureException(Reason.INVALID, jar + " is no jar: " + e.getMessage(), e);
    }
    throw new FeatureException(
        Reason.INVALID,
        jar + " is no bundle: its manifest has no Bundle-SymbolicName; build it with bnd");
  }

  /// Read a feature file whose ids all name versions.
  static Feature read(Path file) {
    Feature feature;
    try {
      feature = FeatureReader.read(Json.parse(file));
    } catch (JsonException e) {
      throw new FeatureException(
          Reason.INVALID,
          file + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new FeatureException(
          Reason.FAILED, "cannot read the feature file " + file + " (" + e + ")", e);
    }
    Stream.concat(Stream.of(feature.id()), feature.bundles().stream().map(FeatureBundle::id))
        .filter(id -> id.version().isBlank())
        .findFirst()
        .ifPresent(id -> {
          throw new FeatureException(
              Reason.INVALID,
              file + ": \"" + id + "\" names no version; write group:artifact:version");
        });
    return feature;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException e) {
      throw new FeatureException(Reason.FAILED, "cannot delete " + folder + " (" + e + ")", e);
    }
  }

  @Override
  public void close() {
    made.forEach(Staging::delete);
  }
}
