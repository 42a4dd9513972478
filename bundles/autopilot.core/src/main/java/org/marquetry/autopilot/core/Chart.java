package org.marquetry.autopilot.core;

import java.util.List;

/// A chart of the report: the values only, drawn by [SvgChart].
///
/// @param key stable name for machines
/// @param unit of the values, as in [Figure]
/// @param categories labels along the axis
/// @param series each as long as `categories`
record Chart(
    String key, Text title, Kind kind, String unit, List<Text> categories, List<Series> series) {
  enum Kind {
    BARS,
    LINES
  }

  record Series(Text name, List<Double> values) {}

  Chart {
    for (Series s : series) {
      if (s.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            "chart "
                + key
                + ": "
                + s.values().size()
                + " values for "
                + categories.size()
                + " categories");
      }
    }
  }
}
