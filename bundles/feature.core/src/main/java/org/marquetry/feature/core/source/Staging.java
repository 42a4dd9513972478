package org.marquetry.feature.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureArchive;
import org.marquetry.lib.feature.GivenFeature;
import org.marquetry.lib.feature.Repository;
import org.marquetry.lib.feature.RepositoryIndex;
import org.marquetry.shop.api.Words;

/// A feature to install, as a repository: its file and its jars, verified and copied into a folder
/// for the time of the change, or in the suite's own repository.
///
/// @param file the feature file in it
/// @param origin who published it
/// @param made the folder to delete afterwards; the suite's own repository stays
public record Staging(
    Repository repository, Path file, Feature feature, Origin origin, List<Path> made)
    implements AutoCloseable {
  /// Copy what a person gave, whoever made it: a feature file with its jars beside it, a folder or
  /// a zip.
  ///
  /// @throws FeatureException if it is not one feature with all of its bundles
  static Staging of(Path given) {
    Path path = readable(given);
    String name = String.valueOf(path.getFileName());
    try {
      if (name.endsWith(".zip")) return unpacked(path);
      if (!Files.isDirectory(path) && !name.endsWith(".json")) {
        throw Refusal.invalid(
            path + " 不是功能：请指明 .json、.zip 或文件夹",
            path + " is no feature: name a .json, a .zip or a folder");
      }
      return copied(path, path);
    } catch (org.marquetry.lib.feature.FeatureException e) {
      throw Refusal.invalid(e);
    } catch (IOException e) {
      throw failed("无法读取 " + path, "cannot read " + path, e);
    }
  }

  /// The path, made absolute.
  ///
  /// @throws FeatureException if nothing is there that can be read
  static Path readable(Path given) {
    Path path = given.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new FeatureException(
          Reason.NOT_FOUND,
          new Words(
              "没有 " + path + "；请指明功能文件（.json）、文件夹或 .zip",
              "there is no " + path + "; name a feature file (.json), a folder or a .zip"));
    }
    if (!Files.isReadable(path)) {
      throw Refusal.invalid(
          "系统的运行用户无法读取 " + path + "；请让它可读",
          "the suite's user cannot read " + path + "; make it readable for it");
    }
    return path;
  }

  /// A feature file that stands in a repository of the suite's own, in place.
  static Staging inPlace(Path repository, Path file) {
    try {
      return new Staging(
          new Repository(repository, Map.of()),
          file,
          GivenFeature.read(file),
          Origin.OF_SUITE,
          List.of());
    } catch (org.marquetry.lib.feature.FeatureException e) {
      throw Refusal.invalid(e);
    } catch (IOException e) {
      throw failed("无法读取 " + file, "cannot read " + file, e);
    }
  }

  private static Staging unpacked(Path zip) throws IOException {
    Path folder = Files.createTempDirectory("feature");
    try {
      FeatureArchive.unpack(zip, folder);
      return copied(folder, zip);
    } finally {
      delete(folder);
    }
  }

  /// @param named how messages name it
  private static Staging copied(Path given, Path named) throws IOException {
    GivenFeature feature = GivenFeature.of(given, named);
    Path made = Files.createTempDirectory("feature");
    try {
      Path file = feature.copyTo(made);
      checkIndex(feature, made);
      return new Staging(
          new Repository(made, Map.of()), file, feature.feature(), Origin.OF_NOBODY, List.of(made));
    } catch (IOException | RuntimeException e) {
      delete(made);
      throw e;
    }
  }

  /// A repository that states checksums must keep them, signed or not.
  private static void checkIndex(GivenFeature given, Path made) throws IOException {
    Path folder = given.file().toAbsolutePath().getParent();
    if (folder == null || !folder.endsWith("features")) return;
    Path repository = folder.resolveSibling("");
    if (!Files.exists(repository.resolve("index.xml"))
        && !Files.exists(repository.resolve(RepositoryIndex.FILE))) return;
    Map<String, String> stated = Checksums.read(repository);
    for (var jar : given.jars().entrySet()) {
      String name = jar.getKey().fileName();
      if (!Checksums.of(made.resolve("bundles").resolve(name)).equals(stated.get(name))) {
        throw Refusal.invalid(
            jar.getValue() + " 已损坏：它的 SHA-256 与索引不符；请重新获取软件库",
            jar.getValue()
                + " is damaged: its SHA-256 is not that of the index; fetch the repository again");
      }
    }
  }

  private static FeatureException failed(String zh, String en, IOException e) {
    return new FeatureException(
        Reason.FAILED, new Words(zh + "（" + e + "）", en + " (" + e + ")"), e);
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException e) {
      throw failed("无法删除 " + folder, "cannot delete " + folder, e);
    }
  }

  @Override
  public void close() {
    made.forEach(Staging::delete);
  }
}
