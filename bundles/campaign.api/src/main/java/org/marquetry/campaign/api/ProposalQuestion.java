package org.marquetry.campaign.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.marquetry.shop.api.Money;

/// What proposals are wanted for.
///
/// @param budget the most that messages and offers are expected to cost, > 0
/// @param from the day on which it goes out, in the shop's zone
/// @param to the last day on which orders count; 1 to 365 days with the first
/// @param margin share of the price that is left after the goods are paid, as a person states it,
///   in (0, 1]
/// @param contactCost of one message, at least 0, in the currency of the budget
public record ProposalQuestion(
    Goal goal, Money budget, LocalDate from, LocalDate to, double margin, Money contactCost) {
  public ProposalQuestion {
    require(budget.minor() > 0, "budget must be > 0, got " + budget);
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    require(days >= 1 && days <= 365, "from and to must span 1 to 365 days, got " + days);
    require(margin > 0 && margin <= 1, "margin must be in (0, 1], got " + margin);
    require(contactCost.minor() >= 0, "contactCost must be >= 0, got " + contactCost);
    require(
        contactCost.currency().equals(budget.currency()),
        "contactCost must be in " + budget.currency() + ", got " + contactCost);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// How long orders count, 1 to 365.
  public int days() {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }
}
