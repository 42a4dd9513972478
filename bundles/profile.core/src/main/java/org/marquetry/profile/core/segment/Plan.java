package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.Check.Verdict;
import org.marquetry.profile.api.SegmentRule.Join;

/// A rule made ready to be held against boards. A row is met, not met, or, when nobody supplies its
/// trait, neither, which the joins carry on as S. C. Kleene's logic does.
sealed interface Plan {
  /// Place in the rule; -1 inside another segment that the rule names.
  int node();

  /// Parts joined.
  record Joined(int node, Join join, List<Plan> parts) implements Plan {}

  /// One row; nobody knows it when there is no scan.
  record Single(int node, Optional<Scan> scan) implements Plan {}

  /// Who meets a plan on one board, and of whom that is not known: a bit for each customer.
  final class Outcome {
    private final long[] met;
    private final long @Nullable [] unknown;

    /// @param unknown null when it is known of all
    Outcome(long[] met, long @Nullable [] unknown) {
      this.met = met;
      this.unknown = unknown;
    }

    long[] met() {
      return met;
    }

    boolean isKnown() {
      return unknown == null;
    }

    int count() {
      int count = 0;
      for (long word : met) {
        count += Long.bitCount(word);
      }
      return count;
    }
  }

  /// Hears about every node on the way.
  interface Listener {
    void hear(int node, Outcome outcome);
  }

  /// Hold a whole board against a plan, while nobody changes the board.
  static Outcome select(Plan plan, Board board, Listener listener) {
    Outcome outcome =
        switch (plan) {
          case Single(_, Optional<Scan> scan) ->
              scan.map(s -> new Outcome(board.met(s), null))
                  .orElseGet(() -> new Outcome(new long[board.words()], everybody(board)));
          case Joined(_, Join join, List<Plan> parts) -> {
            List<Outcome> outcomes = new ArrayList<>();
            parts.forEach(part -> outcomes.add(select(part, board, listener)));
            yield switch (join) {
              case ALL -> all(outcomes, board);
              case ANY -> any(outcomes, board);
              case NONE -> not(any(outcomes, board), board);
            };
          }
        };
    if (plan.node() >= 0) {
      listener.hear(plan.node(), outcome);
    }
    return outcome;
  }

  private static long[] everybody(Board board) {
    long[] all = new long[board.words()];
    board.everybody(all);
    return all;
  }

  private static Outcome all(List<Outcome> parts, Board board) {
    long[] met = everybody(board);
    long[] maybe = met.clone(); // met or unknown
    boolean known = true;
    for (Outcome part : parts) {
      long[] unknown = part.unknown;
      for (int w = 0; w < met.length; w++) {
        met[w] &= part.met[w];
        maybe[w] &= part.met[w] | (unknown == null ? 0 : unknown[w]);
      }
      known &= unknown == null;
    }
    return outcome(met, maybe, known);
  }

  private static Outcome any(List<Outcome> parts, Board board) {
    long[] met = new long[board.words()];
    long[] maybe = new long[board.words()];
    boolean known = true;
    for (Outcome part : parts) {
      long[] unknown = part.unknown;
      for (int w = 0; w < met.length; w++) {
        met[w] |= part.met[w];
        maybe[w] |= part.met[w] | (unknown == null ? 0 : unknown[w]);
      }
      known &= unknown == null;
    }
    return outcome(met, maybe, known);
  }

  private static Outcome not(Outcome outcome, Board board) {
    long[] met = everybody(board);
    long[] unknown = outcome.unknown;
    for (int w = 0; w < met.length; w++) {
      met[w] &= ~(outcome.met[w] | (unknown == null ? 0 : unknown[w]));
    }
    return new Outcome(met, unknown);
  }

  private static Outcome outcome(long[] met, long[] maybe, boolean known) {
    if (known) {
      return new Outcome(met, null);
    }
    boolean open = false;
    for (int w = 0; w < met.length; w++) {
      maybe[w] &= ~met[w];
      open |= maybe[w] != 0;
    }
    return new Outcome(met, open ? maybe : null);
  }

  /// Tell whether all of it follows from what boards hold.
  static boolean isLive(Plan plan) {
    return switch (plan) {
      case Single(_, Optional<Scan> scan) -> scan.map(Scan::isKept).orElse(false);
      case Joined(_, _, List<Plan> parts) -> parts.stream().allMatch(Plan::isLive);
    };
  }

  /// Hold one customer of a board against a plan.
  static Verdict at(Plan plan, Board board, int customer) {
    return switch (plan) {
      case Single(_, Optional<Scan> scan) ->
          scan.map(s -> s.test(board).test(customer) ? Verdict.TRUE : Verdict.FALSE)
              .orElse(Verdict.UNKNOWN);
      case Joined(_, Join join, List<Plan> parts) -> {
        List<Verdict> verdicts = parts.stream().map(part -> at(part, board, customer)).toList();
        Verdict decides = join == Join.ALL ? Verdict.FALSE : Verdict.TRUE;
        Verdict joined =
            verdicts.contains(decides)
                ? decides
                : verdicts.contains(Verdict.UNKNOWN)
                    ? Verdict.UNKNOWN
                    : decides == Verdict.TRUE ? Verdict.FALSE : Verdict.TRUE;
        yield join == Join.NONE ? opposite(joined) : joined;
      }
    };
  }

  private static Verdict opposite(Verdict verdict) {
    return switch (verdict) {
      case TRUE -> Verdict.FALSE;
      case FALSE -> Verdict.TRUE;
      case UNKNOWN -> Verdict.UNKNOWN;
    };
  }
}
