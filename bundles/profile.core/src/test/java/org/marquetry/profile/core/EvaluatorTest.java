package org.marquetry.profile.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.Check.Verdict;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Traits;

class EvaluatorTest {
  private static final int CUSTOMERS = 300;
  private final long seed = Long.getLong("tests.seed", 23);

  /// The whole population at once and one customer after the other, by the book, agree on random
  /// trees.
  @Test
  void columnsAgreeWithTheDefinition() {
    Random random = new Random(seed);
    Columns columns = columns(random);
    Evaluator evaluator = new Evaluator(columns);
    for (int run = 0; run < 500; run++) {
      Condition condition = tree(random, 4);
      BitSet members = evaluator.members(condition);
      for (int c = 0; c < CUSTOMERS; c++) {
        assertEquals(
            verdict(evaluator, condition, c) == Verdict.TRUE,
            members.get(c),
            () -> condition + ", tests.seed=" + seed);
      }
    }
  }

  @Test
  void whatIsNotKnownIsNeitherInNorOut() {
    Columns columns = new Columns(new String[] {"a", "b"});
    columns.number(Traits.NET_REVENUE)[0] = 5;
    Evaluator evaluator = new Evaluator(columns);
    Condition rich = Condition.atLeast(Traits.NET_REVENUE, 3);
    assertEquals(1, evaluator.members(rich).cardinality());
    assertEquals(0, evaluator.members(Condition.not(rich)).cardinality());
    assertEquals(
        1, evaluator.members(Condition.not(Condition.known(Traits.NET_REVENUE))).cardinality());
  }

  private static Verdict verdict(Evaluator evaluator, Condition condition, int customer) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> {
        List<Verdict> verdicts =
            parts.stream().map(part -> verdict(evaluator, part, customer)).toList();
        yield verdicts.contains(Verdict.FALSE)
            ? Verdict.FALSE
            : verdicts.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.TRUE;
      }
      case Condition.Any(List<Condition> parts) -> {
        List<Verdict> verdicts =
            parts.stream().map(part -> verdict(evaluator, part, customer)).toList();
        yield verdicts.contains(Verdict.TRUE)
            ? Verdict.TRUE
            : verdicts.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.FALSE;
      }
      case Condition.Not(Condition part) ->
          switch (verdict(evaluator, part, customer)) {
            case TRUE -> Verdict.FALSE;
            case FALSE -> Verdict.TRUE;
            case UNKNOWN -> Verdict.UNKNOWN;
          };
      case Condition.Leaf leaf -> evaluator.test(leaf).at(customer);
    };
  }

  private static Columns columns(Random random) {
    String[] ids = new String[CUSTOMERS];
    for (int c = 0; c < CUSTOMERS; c++) {
      ids[c] = "c%03d".formatted(c);
    }
    Columns columns = new Columns(ids);
    for (int c = 0; c < CUSTOMERS; c++) {
      if (random.nextInt(4) > 0) {
        columns.number(Traits.ORDERS)[c] = random.nextInt(5);
      }
      if (random.nextInt(4) > 0) {
        columns.text(Traits.COUNTRY).set(c, List.of("CN", "DE", "FR").get(random.nextInt(3)));
      }
    }
    return columns;
  }

  private static Condition tree(Random random, int depth) {
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
      case 0 -> new Condition.NumberTest(Traits.ORDERS, pick(random), random.nextInt(5));
      case 1 -> Condition.oneOf(Traits.COUNTRY, random.nextBoolean() ? "CN" : "XX", "FR");
      case 2 -> Condition.known(random.nextBoolean() ? Traits.ORDERS : Traits.CITY);
      case 3 -> Condition.not(tree(random, depth - 1));
      case 4 -> Condition.all(tree(random, depth - 1), tree(random, depth - 1));
      default -> Condition.any(tree(random, depth - 1), tree(random, depth - 1));
    };
  }

  private static Condition.Comparison pick(Random random) {
    return List.of(Condition.Comparison.values()).get(random.nextInt(5));
  }
}
