package org.marquetry.ui.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.shop.api.Money;

class ProposalStateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  private static ProposalState of(String address) {
    return ProposalState.of(new Location("x?" + address).getQueryParameters(), TODAY);
  }

  @Test
  void withoutABudgetNothingIsAsked() {
    ProposalState state = of("");
    assertEquals(Goal.WIN_BACK, state.goal());
    assertEquals(LocalDate.of(2026, 12, 1), state.from());
    assertEquals(LocalDate.of(2026, 12, 30), state.to());
    assertEquals(Optional.empty(), state.question("CNY"));
  }

  @Test
  void theAddressTellsTheQuestionAndComesBack() {
    ProposalState state =
        of("goal=clear_stock&budget=2000.50&from=2026-12-05&to=2026-12-24&margin=42.5&cost=0.03");
    ProposalQuestion question = state.question("CNY").orElseThrow();
    assertEquals(
        new ProposalQuestion(
            Goal.CLEAR_STOCK,
            new Money(200_050, "CNY"),
            LocalDate.of(2026, 12, 5),
            LocalDate.of(2026, 12, 24),
            0.425,
            new Money(3, "CNY")),
        question);
    assertEquals(state, ProposalState.of(state.toAddress(), TODAY));
  }

  @Test
  void whatNobodyCouldMeanIsPassedOver() {
    ProposalState state = of("goal=fly&budget=-4&from=yesterday&to=2026-13-01&margin=200&cost=x");
    assertEquals(of(""), state);
    assertEquals(BigDecimal.ZERO, state.cost());
    assertThrows(
        IllegalArgumentException.class,
        () -> of("budget=5&from=2026-12-05&to=2026-12-01").question("CNY"));
  }
}
