package org.marquetry.profile.api;

import org.marquetry.shop.api.Words;

/// A named condition.
///
/// @param id unique, lower case words joined by hyphens
/// @param label what people call it
/// @param condition whom it takes
public record Segment(String id, Words label, Condition condition) {
  public Segment {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "segment id must be lower case words joined by hyphens, got '" + id + "'");
    }
  }
}
