package org.marquetry.feature.core.source;

import org.marquetry.lib.feature.FeatureFiles;

/// Who published a feature.
///
/// @param owner id of the key that vouches for it; [#SUITE] for what the suite came with,
///   [#UNSIGNED] when nobody does. To be kept with an installed feature.
/// @param publisher the name under which the key is pinned, in words
/// @param repository name of the repository it came from; empty: a file that somebody named
public record Origin(String owner, String publisher, String repository) {
  /// Owner of what the suite came with, and of what a key signed that speaks for the suite.
  public static final String SUITE = FeatureFiles.SUITE;

  /// Owner of what nobody signed.
  public static final String UNSIGNED = FeatureFiles.UNSIGNED;

  /// Of what the suite came with.
  public static final Origin OF_SUITE = new Origin(SUITE, "Marquetry", "");

  static final Origin OF_NOBODY = new Origin(UNSIGNED, UNSIGNED, "");

  /// Whether somebody vouches for it.
  public boolean signed() {
    return !owner.equals(UNSIGNED);
  }
}
