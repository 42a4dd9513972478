package org.marquetry.ui.extensions;

/// One part of the page, under an address of its own.
interface Part {
  /// Show what is now.
  void refresh();

  /// What was typed and would be missed.
  default String typed() {
    return "";
  }

  /// Take it over from the former version of this bundle.
  default void type(String text) {}
}
