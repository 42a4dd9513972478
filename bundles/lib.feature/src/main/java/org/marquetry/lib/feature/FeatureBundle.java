package org.marquetry.lib.feature;

/// One bundle of a feature.
///
/// @param startLevel when it starts, 1 (logging) to 100; the ordinary level is [#ORDINARY_LEVEL]
public record FeatureBundle(ArtifactId id, int startLevel) {
  /// The start level of a bundle that names none.
  public static final int ORDINARY_LEVEL = 20;

  /// Check the start level.
  public FeatureBundle {
    if (startLevel < 1 || startLevel > 100) {
      throw new InvalidValue(
          id + " 的 start-level 须为 1 到 100，实际为 " + startLevel,
          "start-level must be 1 to 100, got " + startLevel + " for " + id);
    }
  }
}
