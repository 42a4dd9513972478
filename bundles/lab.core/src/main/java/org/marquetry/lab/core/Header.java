package org.marquetry.lab.core;

import java.util.HashSet;
import java.util.List;

/// Guess whether the first line of a table names its columns.
final class Header {
  private Header() {}

  /// Tell whether `first` looks like names above `second`: distinct words, none a number, and a
  /// number below at least one or no text of it repeated below.
  static boolean isLikely(List<String> first, List<String> second) {
    if (new HashSet<>(first).size() != first.size()) {
      return false;
    }
    for (String cell : first) {
      if (isNumber(cell) || cell.length() > 60 || !cell.matches("[\\p{L}_].*")) {
        return false;
      }
    }
    boolean numberBelow = second.stream().anyMatch(Header::isNumber);
    boolean words = first.stream().allMatch(cell -> cell.matches("[\\p{L}_][\\p{L}\\p{N}_ .-]*"));
    return numberBelow || (words && first.stream().noneMatch(second::contains));
  }

  static boolean isNumber(String cell) {
    return cell.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  }
}
