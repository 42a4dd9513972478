package org.marquetry.channel.spi;

import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Deliver messages. Register it as a service; only the contact policy calls it. Safe for many
/// threads.
@ConsumerType
@Whiteboard
@Requires("channel.send")
public interface Channel {
  /// Name by which campaigns ask for this channel, for example `email`.
  @Requires(Requires.ANY_ACTOR)
  String name();

  /// Tell whether what is sent leaves this machine. A made-up shop uses only channels that keep it.
  @Requires(Requires.ANY_ACTOR)
  default boolean leaves() {
    return true;
  }

  /// Deliver one message.
  ///
  /// The same (campaign, step, customer) is never delivered twice, not even after a crash: the
  /// second call says [SendOutcome.AlreadySent].
  SendOutcome send(Permit permit, Message message);
}
