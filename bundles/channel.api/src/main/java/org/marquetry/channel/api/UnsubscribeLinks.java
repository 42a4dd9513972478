package org.marquetry.channel.api;

import java.net.URI;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// Make and read the links by which people end messages: the same ones for every channel, so that
/// they work whichever channel wrote them. Safe for many threads.
@ProviderType
@Requires("channel.send")
public interface UnsubscribeLinks {
  /// The link for one message. It is signed, so that nobody can unsubscribe somebody else by
  /// guessing, and does not run out. The same permit and channel make the same link.
  ///
  /// @param channel whose messages it ends, for example `email`
  URI link(Permit permit, String channel);

  /// Where readers reach the suite, without a slash at the end; empty where nobody does. Pictures
  /// that it keeps are served there, too.
  Optional<URI> address();

  /// Read a link back, whoever brings it.
  ///
  /// @param link the whole link, or only the token in it
  /// @return empty when it is not signed by this home
  Optional<Message> read(String link);

  /// What message a link is of.
  ///
  /// @param purpose what it was for, for example [Permit#MARKETING]
  record Message(CustomerId customer, CampaignId campaign, String channel, String purpose) {}
}
