package org.marquetry.lib.feature;

import java.nio.file.Files;
import java.nio.file.Path;
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
  /// the suite vouches for it. An unsigned build of the suite's own features is not limited.
  public boolean limited() {
    boolean ownBuild = owner.equals(UNSIGNED) && feature.id().group().equals("org.marquetry");
    return added && !owner.equals(SUITE) && !ownBuild;
  }

  /// The short name of the feature.
  public String name() {
    return feature.name();
  }
}
