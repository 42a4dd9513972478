package org.marquetry.campaign.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// Decide on every contact, and be the only way to a channel. Exact under concurrency: a place
/// below the cap is reserved for each person before the message goes out. Safe for many threads.
@ProviderType
@Requires("campaign.check")
public interface ContactPolicy {
  /// Most people or messages in one call.
  int MAX_BATCH = 1_000_000;

  /// Ask without sending: what would be the answer now?
  ///
  /// @return one answer for each person, in the order given
  List<ContactAnswer> check(ContactQuestion question, List<CustomerId> people);

  /// Send what is allowed.
  ///
  /// @param messages at most one for each person
  /// @return one result for each message, in the order given
  /// @throws IllegalStateException if no channel of that name is there, or a message would leave
  ///   and no journal could record it
  @Requires("campaign.send")
  List<ContactResult> send(ContactQuestion question, List<Outgoing> messages);
}
