package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.List;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// Decide on every contact, and be the only way to a channel. Exact under concurrency: a place
/// below the caps is taken for each person before the message goes out. Safe for many threads.
///
/// What was acknowledged before a call (an unsubscription, an import) counts in it.
@ProviderType
@Requires("campaign.check")
@Power(Power.SEND)
public interface ContactPolicy {
  /// Most people or messages in one call.
  int MAX_BATCH = 1_000_000;

  /// Ask without sending: what would be the answer now?
  ///
  /// @return one answer for each person, in the order given
  List<ContactAnswer> check(ContactQuestion question, List<CustomerId> people);

  /// Send what is allowed, as many at once as the channel has connections. Each send is on disk as
  /// `sending` before the channel is called, and as `sent` or `unsent` after it; one that ended
  /// without saying how is *unknown* ([ContactLedger]).
  ///
  /// @param messages at most one for each person
  /// @return one result for each message, in the order given
  /// @throws IllegalStateException if no channel of that name is there
  @Requires("campaign.send")
  List<ContactResult> send(ContactQuestion question, List<Outgoing> messages);

  /// Send messages to people of the shop, to look at. No rule binds them, no ledger and no fact
  /// tells of them, and their links change nothing.
  ///
  /// @param at what they say that they were sent at
  /// @param messages each to an address of the [SeedList]; at most 100
  /// @return what became of each, in the order given
  /// @throws IllegalArgumentException if an address is not on the list
  /// @throws IllegalStateException if no channel of that name is there
  @Requires("campaign.send")
  List<SendOutcome> test(CampaignId campaign, String channel, Instant at, List<Message> messages);

  /// Where the messages of a channel go right now.
  Way way(String channel);

  /// Where messages go.
  enum Way {
    /// There is no such channel.
    NONE,
    /// They are written down and go to nobody.
    KEPT,
    /// They leave this machine.
    LEAVES
  }

  /// Keep a place for each of these people at the question's time: campaigns of a lower priority
  /// count it as if it were sent. Takes the place of what the campaign's step had reserved before.
  /// Kept in memory, until the step is sent to the person or releases it; after a start a campaign
  /// reserves again.
  @Requires("campaign.send")
  void reserve(ContactQuestion question, List<CustomerId> people);

  /// Give back all places that a campaign has reserved.
  @Requires("campaign.send")
  void release(CampaignId campaign);
}
