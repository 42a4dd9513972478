package org.marquetry.copy.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a compiled mail is filled in with for one reader.
///
/// @param opening from 0
/// @param values by the name of the variable, as they are shown
/// @param items one for each product cell of the mail; null: the cell stays empty
record Filling(int opening, Map<String, String> values, List<@Nullable Item> items) {
  /// A product as it is shown. Blank: not known.
  ///
  /// @param link safe
  /// @param picture safe
  record Item(String title, String price, String why, String link, String picture) {}

  @Nullable Item item(int cell) {
    return items.get(cell);
  }
}
