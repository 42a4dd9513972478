package org.marquetry.channel.spi;

import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Deliver messages. Register it as a service; only the contact policy calls it. Safe for many
/// threads.
@ConsumerType
@Whiteboard
@Requires("channel.send")
@Power(Power.SEND)
public interface Channel {
  /// Name by which campaigns ask for this channel, for example `email`.
  @Requires(Requires.ANY_ACTOR)
  String name();

  /// Tell whether what is sent leaves this machine. A made-up shop uses only channels that keep it.
  @Requires(Requires.ANY_ACTOR)
  default boolean leaves() {
    return true;
  }

  /// How many messages may be under way at once, at least 1: so many callers are served without
  /// waiting for each other, and so many messages at most are unknown after a crash.
  @Requires(Requires.ANY_ACTOR)
  default int connections() {
    return 1;
  }

  /// Deliver one message, once; what becomes of it is a value, never an exception. Keeps the
  /// channel's own speed by waiting, a few seconds at most, and waits for its server's answer, as
  /// long as the operator says; a channel that is stopped cuts that short.
  ///
  /// A channel never sends again by itself. The contact policy's ledger sees to it that the same
  /// message is handed over once; a channel that can tell from what it keeps says
  /// [SendOutcome.AlreadySent].
  SendOutcome send(Permit permit, Message message);
}
