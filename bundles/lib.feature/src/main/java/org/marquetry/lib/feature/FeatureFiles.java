package org.marquetry.lib.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A feature, and where its own file and its bundles' jars lie.
///
/// @param document the feature file
/// @param added whether somebody installed it into the home; otherwise the suite came with it
/// @param owner id of the key that vouches for it; [#SUITE] for what the suite came with,
///   [#UNSIGNED] when nobody does
/// @param publisher the owner in words; empty for the suite's own
/// @param jars of each bundle, by its id
public record FeatureFiles(
    Feature feature,
    Path document,
    boolean added,
    String owner,
    String publisher,
    Map<ArtifactId, BundleFile> jars) {
  /// Owner of what the suite came with, and of what a key signed that speaks for the suite.
  public static final String SUITE = "suite";

  /// Owner of what nobody signed.
  public static final String UNSIGNED = "unsigned";

  /// In place of the checksum of a jar that a repository does not have.
  public static final String UNKNOWN = "-";

  /// One bundle's jar.
  ///
  /// @param checksum its SHA-256, lower-case hexadecimal
  public record BundleFile(Path jar, String checksum) {}

  /// Copy the map.
  public FeatureFiles {
    jars = Map.copyOf(jars);
  }

  /// The suite's own features under those that were installed into the home, with all that they
  /// need; those that are needed first.
  ///
  /// @param repository the suite's own
  /// @param added they replace those of the same name
  /// @param names what is wanted
  /// @param checksums as in [#of]
  /// @throws FeatureException if a feature or a jar is missing
  public static List<FeatureFiles> overlaid(
      Repository repository,
      Collection<FeatureFiles> added,
      Collection<String> names,
      UnaryOperator<String> checksums) {
    Map<String, FeatureFiles> kept = new HashMap<>();
    Map<String, Feature> all = new HashMap<>(repository.features());
    for (FeatureFiles files : added) {
      kept.put(files.name(), files);
      all.put(files.name(), files.feature());
    }
    List<FeatureFiles> features = new ArrayList<>();
    for (Feature feature : new Repository(repository.folder(), all).withNeeded(names)) {
      FeatureFiles files = kept.get(feature.name());
      features.add(files != null ? files : own(repository, feature, checksums));
    }
    return features;
  }

  /// The files of one of the suite's own features.
  ///
  /// @param checksums as in [#of]
  public static FeatureFiles own(
      Repository repository, Feature feature, UnaryOperator<String> checksums) {
    return of(repository, feature, checksums, false, SUITE, "");
  }

  /// The files of a feature in a repository.
  ///
  /// @param checksums of the repository's jars by their file names, [#UNKNOWN] where it has none
  /// @throws FeatureException if a jar is missing or not in the index
  public static FeatureFiles of(
      Repository repository,
      Feature feature,
      UnaryOperator<String> checksums,
      boolean added,
      String owner,
      String publisher) {
    Map<ArtifactId, BundleFile> jars = new TreeMap<>();
    for (FeatureBundle bundle : feature.bundles()) {
      Path jar = repository.jar(bundle.id());
      String checksum = checksums.apply(bundle.id().fileName());
      if (checksum.equals(UNKNOWN) || !Files.isRegularFile(jar)) {
        throw new FeatureException(
            "功能 "
                + feature.id()
                + " 列出了 "
                + bundle.id()
                + "，但 "
                + jar
                + " 缺失或不在索引里；请重新构建、重新获取软件库，或从功能里去掉这个部件",
            "feature "
                + feature.id()
                + " names "
                + bundle.id()
                + ", but "
                + jar
                + " is missing or not in the index; build again, fetch the repository again or"
                + " take the bundle out of the feature");
      }
      jars.put(bundle.id(), new BundleFile(jar, checksum));
    }
    return new FeatureFiles(feature, repository.document(feature), added, owner, publisher, jars);
  }

  /// The jar of one of its bundles.
  public BundleFile jar(ArtifactId bundle) {
    BundleFile file = jars.get(bundle);
    if (file == null) {
      throw new IllegalArgumentException("feature " + feature.id() + " has no bundle " + bundle);
    }
    return file;
  }

  /// Whether its bundles get only what its powers allow: it was added, and nobody who speaks for
  /// the suite vouches for it.
  public boolean limited() {
    return added && !owner.equals(SUITE);
  }

  /// The short name of the feature.
  public String name() {
    return feature.name();
  }
}
