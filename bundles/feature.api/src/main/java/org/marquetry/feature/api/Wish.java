package org.marquetry.feature.api;

/// One thing that a person wants of features.
///
/// @param what depends on the kind
public record Wish(Kind kind, String what) {
  /// What is wanted.
  public enum Kind {
    /// Install a feature, or move an installed one to this version, up or down. What: a feature
    /// file in a repository, one with its jars beside it, a folder or a `.zip` with one feature
    /// file and its jars, each by its absolute path; or `NAME`, `NAME@VERSION` or `REPOSITORY/NAME`
    /// of the configured repositories.
    INSTALL,
    /// Replace every swappable bundle of a running feature by what its repository holds now, even
    /// if it is the same. What: its short name, or `NAME/BUNDLE` for one bundle of it.
    SWAP,
    /// Remove a feature that was installed into the home. What: its short name. Where the suite
    /// came with a feature of that name, its own version comes back.
    REMOVE,
    /// Go back to an earlier state. What: its number.
    RESTORE
  }

  /// Check that something is named.
  public Wish {
    if (what.isBlank()) {
      throw new IllegalArgumentException(kind + " needs a file, a name or a number, got none");
    }
  }
}
