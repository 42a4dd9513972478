package org.marquetry.copy.grammar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Named rules, each with its productions in the order of the file.
///
/// @param version of the texts, part of every piece
record Grammar(String file, String version, Map<String, List<Production>> rules) {
  Grammar {
    Map<String, List<Production>> copy = new TreeMap<>();
    rules.forEach((name, productions) -> copy.put(name, List.copyOf(productions)));
    rules = java.util.Collections.unmodifiableMap(copy);
  }

  @Nullable List<Production> rule(String name) {
    return rules.get(name);
  }
}
