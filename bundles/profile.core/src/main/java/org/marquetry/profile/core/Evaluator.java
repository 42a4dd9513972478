package org.marquetry.profile.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.marquetry.profile.api.Check.Verdict;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Condition.Comparison;
import org.marquetry.profile.api.Trait;

/// Evaluates condition trees over all customers at once, in S. C. Kleene's logic of true, false and
/// unknown.
final class Evaluator {
  private final Columns columns;

  Evaluator(Columns columns) {
    this.columns = columns;
  }

  /// Who is in and who is out; the others are unknown.
  private record Selection(BitSet in, BitSet out) {}

  /// How one comparison comes out for one customer.
  interface Test {
    Verdict at(int customer);
  }

  /// Return the customers for whom a condition is true.
  BitSet members(Condition condition) {
    return select(condition).in();
  }

  /// Return the comparisons of a tree in its order.
  static List<Condition.Leaf> leaves(Condition condition) {
    List<Condition.Leaf> leaves = new ArrayList<>();
    collect(condition, leaves);
    return leaves;
  }

  /// Prepare one comparison.
  Test test(Condition.Leaf leaf) {
    return switch (leaf) {
      case Condition.Known(Trait trait) -> known(trait);
      case Condition.NumberTest(Trait trait, Comparison comparison, double value) ->
          number(trait, comparison, value);
      case Condition.DateTest(Trait trait, Comparison comparison, var day) ->
          number(trait, comparison, (double) day.toEpochDay());
      case Condition.TextTest(Trait trait, Set<String> values) -> text(trait, values);
    };
  }

  private Selection select(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> {
        Selection all = select(parts.getFirst());
        for (Condition part : parts.subList(1, parts.size())) {
          Selection next = select(part);
          all.in().and(next.in());
          all.out().or(next.out());
        }
        yield all;
      }
      case Condition.Any(List<Condition> parts) -> {
        Selection any = select(parts.getFirst());
        for (Condition part : parts.subList(1, parts.size())) {
          Selection next = select(part);
          any.in().or(next.in());
          any.out().and(next.out());
        }
        yield any;
      }
      case Condition.Not(Condition part) -> {
        Selection inner = select(part);
        yield new Selection(inner.out(), inner.in());
      }
      case Condition.Leaf leaf -> scan(test(leaf));
    };
  }

  private Selection scan(Test test) {
    BitSet in = new BitSet(columns.size());
    BitSet out = new BitSet(columns.size());
    for (int customer = 0; customer < columns.size(); customer++) {
      switch (test.at(customer)) {
        case TRUE -> in.set(customer);
        case FALSE -> out.set(customer);
        case UNKNOWN -> {}
      }
    }
    return new Selection(in, out);
  }

  private Test known(Trait trait) {
    if (trait.kind() == Trait.Kind.TEXT) {
      return columns
          .findText(trait)
          .<Test>map(column -> customer -> verdict(column.isKnown(customer)))
          .orElse(_ -> Verdict.FALSE);
    }
    return columns
        .findNumber(trait)
        .<Test>map(column -> customer -> verdict(!Double.isNaN(column[customer])))
        .orElse(_ -> Verdict.FALSE);
  }

  private Test number(Trait trait, Comparison comparison, double value) {
    return columns
        .findNumber(trait)
        .<Test>map(column ->
            customer ->
                Double.isNaN(column[customer])
                    ? Verdict.UNKNOWN
                    : verdict(holds(column[customer], comparison, value)))
        .orElse(_ -> Verdict.UNKNOWN);
  }

  private Test text(Trait trait, Set<String> values) {
    return columns
        .findText(trait)
        .<Test>map(column -> {
          boolean[] matches = column.matches(values);
          return customer ->
              column.isKnown(customer) ? verdict(matches[column.code(customer)]) : Verdict.UNKNOWN;
        })
        .orElse(_ -> Verdict.UNKNOWN);
  }

  private static boolean holds(double left, Comparison comparison, double right) {
    return switch (comparison) {
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case EQUAL -> left == right;
      case AT_LEAST -> left >= right;
      case GREATER -> left > right;
    };
  }

  private static Verdict verdict(boolean holds) {
    return holds ? Verdict.TRUE : Verdict.FALSE;
  }

  private static void collect(Condition condition, List<Condition.Leaf> leaves) {
    switch (condition) {
      case Condition.All(List<Condition> parts) -> parts.forEach(part -> collect(part, leaves));
      case Condition.Any(List<Condition> parts) -> parts.forEach(part -> collect(part, leaves));
      case Condition.Not(Condition part) -> collect(part, leaves);
      case Condition.Leaf leaf -> leaves.add(leaf);
    }
  }
}
