package org.marquetry.campaign.core.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.campaign.api.Approach;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Proposal;
import org.marquetry.campaign.api.ProposalChoice;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.campaign.api.Proposed;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.core.desk.CampaignAnswers;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// Proposals as the door takes and gives them. Amounts that are given are in major units of the
/// shop's currency.
final class ProposalAnswers {
  private static final double USUAL_MARGIN = 0.3;
  private static final int USUAL_DAYS = 30;

  private ProposalAnswers() {}

  /// @param goal `win_back`, `second_order`, `cross_sell` or `clear_stock`
  /// @param budget the most that messages and offers are expected to cost
  /// @param from the day on which it goes out; tomorrow when absent
  /// @param to the last day on which orders count; 30 days in all when absent
  /// @param margin share of the price that is left after the goods are paid; 0.3 when absent
  /// @param contactCost of one message; 0 when absent
  record Asked(
      String goal,
      double budget,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      OptionalDouble margin,
      OptionalDouble contactCost) {
    ProposalQuestion toQuestion(String currency, LocalDate today) {
      LocalDate first = from.orElseGet(() -> today.plusDays(1));
      return new ProposalQuestion(
          CampaignAnswers.of(Goal.class, "goal", goal),
          money(budget, currency),
          first,
          to.orElseGet(() -> first.plusDays(USUAL_DAYS - 1L)),
          margin.orElse(USUAL_MARGIN),
          money(contactCost.orElse(0), currency));
    }
  }

  private static Money money(double major, String currency) {
    return Money.of(BigDecimal.valueOf(major), currency);
  }

  /// A proposal as it was given, perhaps altered.
  ///
  /// @param approach `message`, `gentle` or `strong`
  /// @param theme the category that it is about
  /// @param people the most who get it
  /// @param discount share of an order's value, 0 to 0.9
  /// @param random true: as many people drawn at random, to compare with
  /// @param name of the campaign; needed to adopt it
  record Chosen(
      String goal,
      double budget,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      OptionalDouble margin,
      OptionalDouble contactCost,
      String approach,
      Optional<String> theme,
      int people,
      double discount,
      Optional<Boolean> random,
      Optional<String> name) {
    ProposalChoice toChoice(String currency, LocalDate today) {
      return new ProposalChoice(
          new Asked(goal, budget, from, to, margin, contactCost).toQuestion(currency, today),
          CampaignAnswers.of(Approach.class, "approach", approach),
          theme,
          people,
          discount,
          random.orElse(false));
    }
  }

  /// @param segment people of the audience
  /// @param recipients of these, who get it
  /// @param subjects by language, one for each variant
  /// @param profit expected, in minor units of `currency`
  /// @param cost expected, of messages and offers, in minor units
  /// @param campaigns own finished campaigns with a hold-out that it rests on
  record Entry(
      String approach,
      Optional<String> theme,
      int people,
      double discount,
      boolean random,
      LocalDate from,
      LocalDate to,
      Words audience,
      int segment,
      int recipients,
      List<Map<String, String>> subjects,
      String channel,
      Instant start,
      Interval profit,
      double cost,
      String currency,
      int campaigns,
      List<Words> rests) {
    static Entry of(Proposal p) {
      return new Entry(
          CampaignAnswers.word(p.choice().approach()),
          p.choice().theme(),
          p.choice().people(),
          p.choice().discount(),
          p.choice().random(),
          p.choice().question().from(),
          p.choice().question().to(),
          p.audience(),
          p.segment(),
          p.recipients(),
          p.mail().openings().stream().map(o -> o.subject().versions()).toList(),
          p.channel(),
          p.start(),
          p.forecast().profit(),
          p.forecast().cost(),
          p.forecast().currency(),
          p.forecast().campaigns(),
          p.rests());
    }
  }

  /// @param missing why there are fewer than three
  record Entries(List<Entry> proposals, List<Words> missing) {
    static Entries of(Proposed proposed) {
      return new Entries(proposed.proposals().stream().map(Entry::of).toList(), proposed.missing());
    }
  }

  record Adopted(String id, int version, String name) {
    static Adopted of(SavedCampaign saved) {
      return new Adopted(saved.id(), saved.version(), saved.name());
    }
  }
}
