package org.marquetry.data.api;

import java.util.List;

/// What taking an import back would do.
///
/// @param id of the import
/// @param removed facts and things that only it brought
/// @param restored things that get their former values back
/// @param kept of what it brought, changed again by a later import: the later values stay
/// @param uses what has used its rows by now and is not taken back
public record UndoPreview(String id, long removed, long restored, long kept, List<Use> uses) {
  public UndoPreview {
    uses = List.copyOf(uses);
  }

  /// Something that has used rows of the import.
  ///
  /// @param kind `decisions` about its customers since it was loaded, `sends` to its customers
  ///   since then, or `import`: a later one with the same keys
  /// @param id of the later import; empty elsewhere
  /// @param count decisions, sends, or keys in common
  public record Use(String kind, String id, long count) {}
}
