package org.marquetry.copy.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.marquetry.copy.api.Fact;

/// Walks a grammar with the facts of one brief, by a seed.
final class Writing {
  private static final double KEEP_MAYBE = 0.65;
  private final Grammar grammar;
  private final FactSheet facts;
  private final Map<String, List<Production>> usable = new HashMap<>();

  Writing(Grammar grammar, FactSheet facts) {
    this.grammar = grammar;
    this.facts = facts;
  }

  /// Tell whether a rule can be written with the facts.
  boolean can(String rule) {
    return !usable(rule).isEmpty();
  }

  private List<Production> usable(String rule) {
    List<Production> known = usable.get(rule);
    if (known == null) {
      List<Production> all = grammar.rule(rule);
      known = all == null ? List.of() : first(all.stream().filter(this::usable).toList());
      usable.put(rule, known);
    }
    return known;
  }

  private static List<Production> first(List<Production> usable) {
    List<Production> first = usable.stream().filter(production -> !production.last()).toList();
    return first.isEmpty() ? usable : first;
  }

  private boolean usable(Production production) {
    return production.needs().stream().allMatch(facts::has)
        && production.parts().stream().allMatch(this::usable);
  }

  private boolean usable(Part part) {
    return switch (part) {
      case Part.Literal _, Part.Maybe _ -> true;
      case Part.Slot slot -> facts.has(slot.fact());
      case Part.Call call -> can(call.rule());
    };
  }

  /// Write a rule that [#can] be written.
  void write(String rule, SplittableRandom random, TextSetter setter) {
    List<Production> choices = usable(rule);
    for (Part part : choices.get(random.nextInt(choices.size())).parts()) {
      write(part, random, setter);
    }
  }

  private void write(Part part, SplittableRandom random, TextSetter setter) {
    switch (part) {
      case Part.Literal literal -> setter.literal(literal.text());
      case Part.Slot slot -> value(slot, setter);
      case Part.Call call -> write(call.rule(), random, setter);
      case Part.Maybe maybe -> {
        boolean keep = random.nextDouble() < KEEP_MAYBE || maybe.kept();
        if (keep && maybe.parts().stream().allMatch(this::usable)) {
          maybe.parts().forEach(inner -> write(inner, random, setter));
        }
      }
    }
  }

  private void value(Part.Slot slot, TextSetter setter) {
    @Nullable Fact fact = facts.fact(slot.fact());
    if (fact == null) throw new IllegalStateException("slot without its fact: " + slot.fact());
    Format.Kind kind = slot.format().kind();
    setter.value(
        facts.form(fact, slot.format()),
        fact.id(),
        kind == Format.Kind.LOWER || kind == Format.Kind.CALM || kind == Format.Kind.ARTICLE);
  }
}
