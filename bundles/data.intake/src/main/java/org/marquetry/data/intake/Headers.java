package org.marquetry.data.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells whether the first row names the columns.
final class Headers {
  private Headers() {}

  static boolean present(List<String[]> records, int columns) {
    if (records.isEmpty()) {
      return false;
    }
    String[] first = records.getFirst();
    if (first.length < Math.min(columns, 2)) {
      return false;
    }
    Set<String> names = new HashSet<>();
    int known = 0;
    for (String field : first) {
      String name = field.strip();
      if (!name.isEmpty()) {
        if (Values.number(name)
            || Values.dateFormat(name).isPresent()
            || name.length() > 80
            || !names.add(name)) {
          return false;
        }
        known += Names.known(name) ? 1 : 0;
      }
    }
    if (names.isEmpty()) {
      return false;
    }
    if (known > 0 && known * 3 >= names.size()) {
      return true;
    }
    return differs(records, first);
  }

  /// A column whose other values are numbers or dates has a name on top that is neither.
  private static boolean differs(List<String[]> records, String[] first) {
    for (int c = 0; c < first.length; c++) {
      int typed = 0;
      int filled = 0;
      for (String[] record : records.subList(1, records.size())) {
        if (c < record.length && !record[c].isBlank()) {
          filled++;
          typed +=
              Values.number(record[c].strip()) || Values.dateFormat(record[c].strip()).isPresent()
                  ? 1
                  : 0;
        }
      }
      if (filled > 0 && typed >= 0.9 * filled && !first[c].isBlank()) {
        return true;
      }
    }
    return false;
  }
}
