package org.marquetry.channel.api;

import java.net.URI;

/// What became of a message.
public sealed interface SendOutcome {
  /// It is delivered, durably.
  ///
  /// @param messageId the id in the message's own header
  /// @param where the delivered message, if the channel keeps it: a `file:` address, else the
  ///   channel's name as `channel:`
  record Sent(String messageId, URI where) implements SendOutcome {}

  /// It had been delivered before; nothing was done.
  record AlreadySent(String messageId) implements SendOutcome {}

  /// It was not delivered, and it is certain that it was not.
  ///
  /// @param code stable reason code, for example `outbox.disk-full`
  /// @param detail for the operator: what, where, what to do; no personal data
  record Failed(String code, String detail) implements SendOutcome {}
}
