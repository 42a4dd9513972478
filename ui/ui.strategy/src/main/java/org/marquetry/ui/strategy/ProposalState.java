package org.marquetry.ui.strategy;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.shop.api.Money;

/// What is asked for, as it stands in the address.
///
/// @param budget in major units; empty: not said yet, and nothing is proposed
/// @param margin in percent
/// @param cost of one message, in major units
record ProposalState(
    Goal goal,
    Optional<BigDecimal> budget,
    LocalDate from,
    LocalDate to,
    double margin,
    BigDecimal cost) {
  private static final double USUAL_MARGIN = 30;
  private static final int USUAL_DAYS = 30;

  /// @param today from the day after which it is, unless the address says another day
  static ProposalState of(QueryParameters address, LocalDate today) {
    LocalDate from = day(address.getSingleParameter("from")).orElse(today.plusDays(1));
    return new ProposalState(
        address
            .getSingleParameter("goal")
            .flatMap(word ->
                Arrays.stream(Goal.values())
                    .filter(g -> CampaignsView.word(g).equals(word))
                    .findFirst())
            .orElse(Goal.WIN_BACK),
        amount(address.getSingleParameter("budget")).filter(b -> b.signum() > 0),
        from,
        day(address.getSingleParameter("to")).orElse(from.plusDays(USUAL_DAYS - 1L)),
        amount(address.getSingleParameter("margin"))
            .map(BigDecimal::doubleValue)
            .filter(m -> m > 0 && m <= 100)
            .orElse(USUAL_MARGIN),
        amount(address.getSingleParameter("cost")).orElse(BigDecimal.ZERO));
  }

  private static Optional<BigDecimal> amount(Optional<String> text) {
    return text.filter(t -> t.matches("[0-9]{1,12}([.][0-9]{1,4})?")).map(BigDecimal::new);
  }

  private static Optional<LocalDate> day(Optional<String> text) {
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException wrong) {
      return Optional.empty(); // an address typed by hand
    }
  }

  QueryParameters toAddress() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("goal", List.of(CampaignsView.word(goal)));
    budget.ifPresent(b -> values.put("budget", List.of(b.toPlainString())));
    values.put("from", List.of(from.toString()));
    values.put("to", List.of(to.toString()));
    if (margin != USUAL_MARGIN) {
      values.put("margin", List.of(BigDecimal.valueOf(margin).toPlainString()));
    }
    if (cost.signum() > 0) {
      values.put("cost", List.of(cost.toPlainString()));
    }
    return new QueryParameters(values);
  }

  /// Empty before a budget is said.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  Optional<ProposalQuestion> question(String currency) {
    return budget.map(most ->
        new ProposalQuestion(
            goal, Money.of(most, currency), from, to, margin / 100, Money.of(cost, currency)));
  }
}
