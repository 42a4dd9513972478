package org.marquetry.copy.grammar;

import java.util.List;

/// A part of a production.
sealed interface Part {
  /// Words of the grammar itself; they claim nothing.
  record Literal(String text) implements Part {}

  /// The value of a fact.
  record Slot(String fact, Format format) implements Part {}

  /// Whatever a rule makes.
  record Call(String rule) implements Part {}

  /// Parts that are left out when a fact is missing.
  ///
  /// @param kept whether they always stand when no fact is missing; otherwise the seed decides
  record Maybe(List<Part> parts, boolean kept) implements Part {
    public Maybe {
      parts = List.copyOf(parts);
    }
  }
}
