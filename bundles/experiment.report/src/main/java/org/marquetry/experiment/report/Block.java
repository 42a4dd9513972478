package org.marquetry.experiment.report;

import java.util.List;

/// A part of a page, with every number written out.
sealed interface Block {
  /// @param text of a part
  record Heading(String text) implements Block {}

  /// @param text of one paragraph
  record Text(String text, Style style) implements Block {}

  enum Style {
    TITLE,
    LEAD,
    BODY,
    NOTE
  }

  /// @param heads of the columns
  /// @param rows each with as many cells
  record Rows(List<String> heads, List<List<String>> rows) implements Block {}

  /// @param summary what it shows, for those who do not see it
  record Curve(Plot plot, String summary) implements Block {}
}
