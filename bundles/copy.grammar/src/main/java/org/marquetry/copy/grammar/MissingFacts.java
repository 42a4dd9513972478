package org.marquetry.copy.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the fewest facts that a rule still needs.
final class MissingFacts {
  private final Grammar grammar;
  private final FactSheet facts;
  private final Map<String, Set<String>> known = new HashMap<>();

  MissingFacts(Grammar grammar, FactSheet facts) {
    this.grammar = grammar;
    this.facts = facts;
  }

  Set<String> of(String rule) {
    Set<String> found = known.get(rule);
    if (found == null) {
      found = fewest(grammar.rule(rule));
      known.put(rule, found);
    }
    return found;
  }

  private Set<String> fewest(@Nullable List<Production> productions) {
    Set<String> best = null;
    for (Production production : productions == null ? List.<Production>of() : productions) {
      Set<String> missing = new TreeSet<>(production.required());
      missing.removeIf(facts::has);
      for (Part part : production.parts()) {
        if (part instanceof Part.Call call) missing.addAll(of(call.rule()));
      }
      if (best == null || missing.size() < best.size()) best = missing;
    }
    return best == null ? Set.of() : best;
  }
}
