package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.Finding;
import org.marquetry.data.api.Finding.Example;
import org.marquetry.data.api.Finding.Kind;

/// Counts the rows that were not loaded as they are, with a few examples each.
final class Findings {
  static final int EXAMPLES = 5;
  private static final int SHOWN = 60;

  private record Key(String file, Reason reason, String column) {}

  private static final class Count {
    long rows;
    final List<Example> examples = new ArrayList<>();
  }

  private final Map<Key, Count> counts = new LinkedHashMap<>();

  /// @param column empty when the row as a whole gave the reason
  void add(String file, Reason reason, String column, long row, @Nullable String value) {
    Count count = counts.computeIfAbsent(new Key(file, reason, column), _ -> new Count());
    count.rows++;
    if (count.examples.size() < EXAMPLES) {
      count.examples.add(new Example(row, shown(value)));
    }
  }

  /// Adds rows that are counted elsewhere; their examples come by [#example].
  void add(String file, Reason reason, String column, long rows) {
    if (rows > 0) {
      counts.computeIfAbsent(new Key(file, reason, column), _ -> new Count()).rows += rows;
    }
  }

  void example(String file, Reason reason, String column, long row, @Nullable String value) {
    Count count = counts.computeIfAbsent(new Key(file, reason, column), _ -> new Count());
    if (count.examples.size() < EXAMPLES) {
      count.examples.add(new Example(row, shown(value)));
    }
  }

  private static String shown(@Nullable String value) {
    if (value == null) {
      return "";
    }
    String masked = value.replaceAll("(?<=^.)[^@\\s]*@", "***@");
    return masked.length() <= SHOWN ? masked : masked.substring(0, SHOWN) + "...";
  }

  long rejected(String file) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().file().equals(file) && e.getKey().reason().kind() == Kind.REJECTED)
        .mapToLong(e -> e.getValue().rows)
        .sum();
  }

  List<Finding> list() {
    return counts.entrySet().stream()
        .map(e ->
            new Finding(
                e.getKey().reason().kind(),
                e.getKey().reason().code(),
                e.getKey().reason().meaning(),
                e.getKey().file(),
                Optional.of(e.getKey().column()).filter(c -> !c.isEmpty()),
                e.getValue().rows,
                e.getValue().examples))
        .sorted(Comparator.comparingLong(Finding::rows).reversed())
        .toList();
  }
}
