package org.marquetry.platform.gate;

/// Two interfaces that declare one method alike.
public interface ShelfParents {
  /// Declares `name()` like [Labelled] does.
  interface Named {
    String name();
  }

  /// Its `label()` has a wider result here than in [Shelf].
  interface Labelled {
    String name();

    Object label();
  }
}
