package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.shop.api.Words;

/// A campaign that does not exist yet: whom, what, in which words, when, and what it is expected to
/// earn.
///
/// @param choice what it is made from
/// @param audience whom, as a sentence
/// @param segment how many belong to the audience
/// @param recipients how many of these get it: those who may be written to, those first who promise
///   most, within the budget, without those who are held out
/// @param offer what they get; empty: nothing but the message
/// @param mail its words
/// @param channel name of the channel
/// @param start nothing goes out before
/// @param forecast what it is expected to earn
/// @param rests what the forecast rests on, in words
public record Proposal(
    ProposalChoice choice,
    Words audience,
    int segment,
    int recipients,
    Optional<Offer> offer,
    MailDesign mail,
    String channel,
    Instant start,
    Forecast forecast,
    List<Words> rests) {
  public Proposal {
    rests = List.copyOf(rests);
  }
}
