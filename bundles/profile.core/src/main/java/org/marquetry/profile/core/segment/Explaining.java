package org.marquetry.profile.core.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.profile.api.Check.Verdict;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Join;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentRule.Row;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.core.live.Account;

/// Holds one customer against each row, while nobody changes the board.
record Explaining(
    SegmentRule rule,
    Plan plan,
    Board board,
    int customer,
    Scans scans,
    Basis basis,
    LocalDate today) {
  /// @param value a Double or String; empty when not known to the board
  record Found(int node, Row row, Optional<Object> value, Verdict verdict, boolean good) {}

  record All(boolean member, List<Found> rows) {}

  All rows() {
    List<Found> rows = new ArrayList<>();
    List<SegmentRule> nodes = SegmentRule.nodes(rule);
    collect(plan, nodes, false, rows);
    return new All(Plan.at(plan, board, customer) == Verdict.TRUE, rows);
  }

  /// @param turned whether an odd number of none-of groups lies around
  private void collect(Plan part, List<SegmentRule> nodes, boolean turned, List<Found> rows) {
    SegmentRule node = nodes.get(part.node());
    if (node instanceof Row row) {
      Verdict verdict = Plan.at(part, board, customer);
      boolean good = verdict == (turned ? Verdict.FALSE : Verdict.TRUE);
      rows.add(new Found(part.node(), row, value(row, verdict), verdict, good));
    } else if (part instanceof Plan.Joined(_, Join join, List<Plan> parts)) {
      parts.forEach(inner -> collect(inner, nodes, turned ^ join == Join.NONE, rows));
    }
  }

  private Optional<Object> value(Row row, Verdict verdict) {
    return switch (row) {
      case DeedRow deed -> Optional.of(scans.amount(board, deed).at(customer));
      case DaysAgoRow(String trait, _, _) -> daysAgo(trait);
      case MemberRow _ ->
          switch (verdict) {
            case TRUE -> Optional.of("member");
            case FALSE -> Optional.of("no member");
            case UNKNOWN -> Optional.empty();
          };
      case SegmentRule.NumberRow _, SegmentRule.ChoiceRow _, SegmentRule.KnownRow _ ->
          SegmentRule.trait(row).flatMap(this::trait);
    };
  }

  private Optional<Object> daysAgo(String trait) {
    if (LiveTraits.find(trait).isEmpty()) {
      return Optional.empty();
    }
    long at = LiveTraits.moments(board, trait)[customer];
    return at == Account.NEVER
        ? Optional.empty()
        : Optional.of((double) Math.max(0, today.toEpochDay() - basis.day(at)));
  }

  private Optional<Object> trait(String trait) {
    return LiveTraits.find(trait)
        .flatMap(known ->
            switch (known.trait().kind()) {
              case TEXT -> Optional.of(board.column(trait).at(customer)).filter(t -> !t.isEmpty());
              case DATE -> daysAgo(trait);
              case NUMBER -> number(known.trait());
            });
  }

  private Optional<Object> number(Trait trait) {
    double value = LiveTraits.number(board, trait.id(), basis, today.toEpochDay()).at(customer);
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }
}
