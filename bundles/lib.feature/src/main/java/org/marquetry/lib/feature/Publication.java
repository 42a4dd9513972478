package org.marquetry.lib.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.marquetry.lib.json.JsonException;

/// Publishes a repository folder: index and signature, written beside and put in place by renaming.
public final class Publication {
  private Publication() {}

  /// Add a feature and its jars to a repository folder, then sign it.
  ///
  /// @param given a feature file, or a folder with one
  /// @throws FeatureException if the feature is not whole, or the folder holds another feature
  ///   under that name and version
  public static RepositoryIndex publish(Path given, Path folder, SigningKey key, Instant now) {
    try {
      GivenFeature feature = GivenFeature.of(given.toAbsolutePath(), given);
      refuseChanged(feature, folder);
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve("index.xml")); // it would not know the new bundles
      feature.copyTo(folder);
      return sign(folder, key, now);
    } catch (IOException e) {
      throw new FeatureException(
          "无法把 " + given + " 发布到 " + folder + "（" + e + "）",
          "cannot publish " + given + " to " + folder + " (" + e + ")",
          e);
    }
  }

  /// Write index and signature of a repository folder; its version is one higher than the last.
  ///
  /// @throws FeatureException if a feature in it is not whole, or the folder cannot be written
  public static RepositoryIndex sign(Path folder, SigningKey key, Instant now) {
    try {
      if (!Files.isDirectory(folder.resolve("features"))) {
        throw new FeatureException(
            folder + " 不是软件库：没有 features/", folder + " is no repository: it has no features/");
      }
      checkWhole(folder);
      long version = last(folder) + 1;
      RepositoryIndex index = RepositoryIndex.of(folder, key.publisher(), version, now);
      byte[] bytes = index.bytes();
      put(folder.resolve(RepositoryIndex.FILE), bytes);
      put(folder.resolve(IndexSignature.FILE), IndexSignature.of(bytes, key).bytes());
      return index;
    } catch (IOException e) {
      throw new FeatureException(
          "无法为 " + folder + " 签名（" + e + "）", "cannot sign " + folder + " (" + e + ")", e);
    }
  }

  /// What was published under a version stays as it was: others have it already.
  private static void refuseChanged(GivenFeature given, Path folder) throws IOException {
    Map<Path, Path> targets = new LinkedHashMap<>();
    given
        .jars()
        .forEach((id, jar) -> targets.put(folder.resolve("bundles").resolve(id.fileName()), jar));
    targets.put(given.targetIn(folder), given.file());
    for (Map.Entry<Path, Path> target : targets.entrySet()) {
      if (Files.exists(target.getKey())
          && Files.mismatch(target.getKey(), target.getValue()) >= 0) {
        throw new FeatureException(
            target.getKey() + " 已以其他内容发布过；请提高有变化部分的版本号",
            target.getKey()
                + " was published with other content; raise the version of what has changed");
      }
    }
  }

  private static void checkWhole(Path folder) throws IOException {
    try (var list = Files.list(folder.resolve("features"))) {
      for (Path file : list.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        for (FeatureBundle bundle : GivenFeature.read(file).bundles()) {
          Path jar = folder.resolve("bundles").resolve(bundle.id().fileName());
          if (!Files.isRegularFile(jar)) {
            throw new FeatureException(
                file + " 列出了 " + bundle.id() + "，但没有 " + jar,
                file + " names " + bundle.id() + ", but there is no " + jar);
          }
        }
      }
    }
  }

  private static long last(Path folder) throws IOException {
    Path file = folder.resolve(RepositoryIndex.FILE);
    if (!Files.exists(file)) return 0;
    try {
      return RepositoryIndex.read(Files.readAllBytes(file)).version();
    } catch (JsonException e) {
      FeatureException at = FeatureException.at(file.toString(), e);
      throw new FeatureException(
          at.zh() + "；无法得知下一个版本号，请把文件恢复成发布时的样子",
          at.getMessage()
              + "; the next version cannot be known, so put the file back as it was published",
          e);
    }
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
