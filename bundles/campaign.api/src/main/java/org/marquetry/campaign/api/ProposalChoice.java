package org.marquetry.campaign.api;

import java.util.Optional;

/// One proposal, told by what it can be made again from: as it was proposed, or altered.
///
/// @param theme category of products that it is about; empty: about none
/// @param people most people who get it, at least 1
/// @param discount share of an order's value, in [0, 0.9]; 0: no offer
/// @param random true: as many people drawn at random from all who may be written to, to compare
///   with
public record ProposalChoice(
    ProposalQuestion question,
    Approach approach,
    Optional<String> theme,
    int people,
    double discount,
    boolean random) {
  /// The largest discount.
  public static final double MAX_DISCOUNT = 0.9;

  public ProposalChoice {
    if (people < 1) {
      throw new IllegalArgumentException("people must be >= 1, got " + people);
    }
    if (!(discount >= 0 && discount <= MAX_DISCOUNT)) {
      throw new IllegalArgumentException(
          "discount must be in [0, " + MAX_DISCOUNT + "], got " + discount);
    }
  }

  /// The same to another number of people.
  public ProposalChoice to(int most) {
    return new ProposalChoice(question, approach, theme, most, discount, random);
  }

  /// The same with another discount.
  public ProposalChoice discounted(double share) {
    return new ProposalChoice(question, approach, theme, people, share, random);
  }

  /// The same to a random audience, or to its own one.
  public ProposalChoice random(boolean drawn) {
    return new ProposalChoice(question, approach, theme, people, discount, drawn);
  }
}
