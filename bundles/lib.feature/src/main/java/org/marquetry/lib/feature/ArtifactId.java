package org.marquetry.lib.feature;

/// The Maven id of a bundle or a feature, `group:artifact:version`.
///
/// @param version empty in the sources of a feature, where the build fills it in
public record ArtifactId(String group, String artifact, String version)
    implements Comparable<ArtifactId> {
  /// Check the parts.
  public ArtifactId {
    if (group.isBlank() || artifact.isBlank()) {
      throw new IllegalArgumentException(
          "an id is group:artifact:version, got " + group + ":" + artifact);
    }
  }

  /// Read `group:artifact` or `group:artifact:version`.
  ///
  /// @throws IllegalArgumentException if the text has another form
  public static ArtifactId parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException("an id is group:artifact:version, got \"" + text + "\"");
    }
    return new ArtifactId(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
  }

  /// The name of the bundle's file in a repository.
  public String fileName() {
    return group + "." + artifact + "-" + version + ".jar";
  }

  /// Whether group and artifact are the same, whatever the version.
  public boolean sameArtifact(ArtifactId other) {
    return group.equals(other.group) && artifact.equals(other.artifact);
  }

  /// Group and artifact without the version.
  public String key() {
    return group + ":" + artifact;
  }

  @Override
  public int compareTo(ArtifactId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return version.isEmpty() ? key() : key() + ":" + version;
  }
}
