package org.marquetry.campaign.core.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.ProposalChoice;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.profile.api.SegmentRule.Group;

/// What a choice becomes when it is adopted.
///
/// @param campaign without ids of segment, offer and mail, which do not exist yet
record Draft(Group rule, Optional<Offer> offer, MailDesign mail, Campaign campaign) {
  /// How long an offer holds.
  private static final int OFFER_DAYS = 7;

  /// @param start the first moment of the first day
  static Draft of(
      ProposalChoice choice, String name, Instant start, Optional<Offer> offer, MailDesign mail) {
    ProposalQuestion asked = choice.question();
    return new Draft(
        Audiences.of(asked.goal(), choice.approach(), choice.theme().orElse("")),
        offer,
        mail,
        Campaign.builder(name, asked.goal())
            .start(start)
            .days(asked.days())
            .mostPeople(OptionalInt.of(choice.people()))
            .onlyProfitable(false)
            .margin(asked.margin())
            .contactCost(asked.contactCost())
            .build());
  }

  /// What is offered; empty without a discount.
  static Optional<Offer> offer(ProposalChoice choice, String name) {
    if (choice.discount() == 0) {
      return Optional.empty();
    }
    LocalDate from = choice.question().from();
    LocalDate last = from.plusDays(OFFER_DAYS - 1L);
    LocalDate to = choice.question().to();
    return Optional.of(
        Offer.builder(name, new Benefit.Percent(choice.discount()))
            .from(from)
            .until(last.isBefore(to) ? last : to)
            .build());
  }
}
