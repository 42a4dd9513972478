package org.marquetry.copy.grammar;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One way to write what a rule stands for.
///
/// @param needs facts that must be there although no slot shows them
/// @param last whether it is used only when no other production of its rule can be
/// @param line in the grammar file, from 1
record Production(List<Part> parts, Set<String> needs, boolean last, int line) {
  Production {
    parts = List.copyOf(parts);
    needs = Set.copyOf(needs);
  }

  /// Return the facts without which this production cannot be used, calls aside.
  Set<String> required() {
    Set<String> facts = new TreeSet<>(needs);
    for (Part part : parts) {
      if (part instanceof Part.Slot slot) {
        facts.add(slot.fact());
      }
    }
    return facts;
  }
}
