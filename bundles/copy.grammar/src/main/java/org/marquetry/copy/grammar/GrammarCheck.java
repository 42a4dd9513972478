package org.marquetry.copy.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.FactNames;

/// Judges a grammar before it writes: every call leads somewhere and never back, every slot is a
/// known fact in a form that suits it, and no words of its own claim what the production has no
/// fact for.
final class GrammarCheck {
  private final Grammar grammar;
  private final ClaimWords words;

  private GrammarCheck(Grammar grammar, CopyLanguage language) {
    this.grammar = grammar;
    this.words = new ClaimWords(language);
  }

  /// @param whole the grammar with what it shares
  /// @param own the part whose start rules and use are judged
  /// @throws GrammarException at the first thing that is wrong
  static void check(Grammar whole, Grammar own, CopyLanguage language) {
    GrammarCheck check = new GrammarCheck(whole, language);
    own.rules().forEach(check::rule);
    Set<String> reached = new TreeSet<>();
    for (String name : own.rules().keySet()) {
      if (name.contains("/")) check.reach(name, reached, new HashSet<>());
    }
    for (Map.Entry<String, List<Production>> rule : own.rules().entrySet()) {
      if (!reached.contains(rule.getKey())) {
        throw check.wrong(rule.getValue().getFirst(), "rule " + rule.getKey() + " is never used");
      }
    }
  }

  /// Judge the rules that others share, by themselves.
  static void checkShared(Grammar shared, CopyLanguage language) {
    shared.rules().forEach(new GrammarCheck(shared, language)::rule);
  }

  private void rule(String name, List<Production> productions) {
    if (productions.isEmpty())
      throw new GrammarException(grammar.file(), 1, "rule " + name + " has no productions");
    for (Production production : productions) {
      production.needs().forEach(fact -> known(production, fact));
      parts(production, production.parts());
      words
          .unsupported(production)
          .ifPresent(claim -> {
            throw wrong(
                production,
                "the words \"" + claim + "\" claim something; add a slot or an @fact for it");
          });
    }
  }

  private void parts(Production production, List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal _ -> {}
        case Part.Maybe maybe -> parts(production, maybe.parts());
        case Part.Call call -> {
          if (grammar.rule(call.rule()) == null)
            throw wrong(production, "there is no rule " + call.rule());
        }
        case Part.Slot slot -> {
          if (slot.fact().equals(FactNames.OFFER_CODE)
              && slot.format().kind() != Format.Kind.EXACT) {
            throw wrong(production, "a code is shown letter by letter: {offer.code|exact}");
          }
          if (!known(production, slot.fact()).takes(slot.format().kind())) {
            throw wrong(
                production,
                "format " + slot.format().kind().word() + " does not suit " + slot.fact());
          }
        }
      }
    }
  }

  private FactTypes known(Production production, String fact) {
    FactTypes type = FactTypes.BY_NAME.get(fact);
    if (type == null) {
      throw wrong(
          production,
          "there is no fact " + fact + "; there are " + new TreeSet<>(FactTypes.BY_NAME.keySet()));
    }
    return type;
  }

  private void reach(String name, Set<String> reached, Set<String> path) {
    if (!path.add(name)) {
      List<Production> rule = grammar.rules().getOrDefault(name, List.of());
      throw wrong(rule.getFirst(), "rule " + name + " calls itself, over " + new TreeSet<>(path));
    }
    if (reached.add(name)) {
      for (Production production : grammar.rules().getOrDefault(name, List.of())) {
        reach(production.parts(), reached, path);
      }
    }
    path.remove(name);
  }

  private void reach(List<Part> parts, Set<String> reached, Set<String> path) {
    for (Part part : parts) {
      if (part instanceof Part.Call call) reach(call.rule(), reached, path);
      if (part instanceof Part.Maybe maybe) reach(maybe.parts(), reached, path);
    }
  }

  private GrammarException wrong(Production production, String message) {
    return new GrammarException(grammar.file(), production.line(), message);
  }
}
