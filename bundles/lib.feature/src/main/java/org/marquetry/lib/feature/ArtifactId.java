package org.marquetry.lib.feature;

import java.util.List;
import java.util.regex.Pattern;

/// The Maven id of a bundle or a feature, `group:artifact:version`.
///
/// @param version empty in the sources of a feature, where the build fills it in
public record ArtifactId(String group, String artifact, String version)
    implements Comparable<ArtifactId> {
  private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9._+-]{0,200}");

  /// Check the parts: they become names of files.
  public ArtifactId {
    for (String part : List.of(group, artifact, version)) {
      if (!PARTS.matcher(part).matches()) {
        throw new InvalidValue(
            "标识只能含字母、数字和 . _ + -，实际为“" + part + "”",
            "an id has letters, digits and . _ + - only, got \"" + part + "\"");
      }
    }
    if (group.isBlank() || artifact.isBlank()) {
      throw new InvalidValue(
          "标识的格式为 group:artifact:version，实际为 " + group + ":" + artifact,
          "an id is group:artifact:version, got " + group + ":" + artifact);
    }
  }

  /// Read `group:artifact` or `group:artifact:version`.
  ///
  /// @throws IllegalArgumentException if the text has another form
  public static ArtifactId parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new InvalidValue(
          "标识的格式为 group:artifact:version，实际为“" + text + "”",
          "an id is group:artifact:version, got \"" + text + "\"");
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
