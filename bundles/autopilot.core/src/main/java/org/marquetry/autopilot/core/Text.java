package org.marquetry.autopilot.core;

/// A text for people in both languages of the product.
record Text(String zh, String en) {
  /// A name that is the same in both, such as a product's title.
  static Text same(String name) {
    return new Text(name, name);
  }
}
