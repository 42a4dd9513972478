package org.marquetry.channel.api;

import java.net.URI;
import java.time.Instant;

/// What is known about a message after a channel was called: it went out ([Sent], [AlreadySent]),
/// it certainly did not ([Failed], [Later]), or nobody can say ([Unknown]).
public sealed interface SendOutcome {
  /// It went out: whoever takes it on has said so, or it is on disk.
  ///
  /// @param messageId the id in the message's own header
  /// @param where the delivered message, if the channel keeps it: a `file:` address, else the
  ///   channel's name as `channel:`
  record Sent(String messageId, URI where) implements SendOutcome {}

  /// It had gone out before, as far as the channel itself can tell; nothing was done.
  record AlreadySent(String messageId) implements SendOutcome {}

  /// It did not go out, and the same message to the same person will not either.
  ///
  /// @param code stable reason code, for example `mail.refused-550`
  /// @param detail for the operator: what, where, what to do; no personal data
  record Failed(String code, String detail) implements SendOutcome {}

  /// It did not go out, but may be tried again.
  ///
  /// @param code stable reason code, for example `mail.refused-450`
  /// @param detail for the operator: what, where, what to do; no personal data
  /// @param notBefore trying earlier is in vain
  record Later(String code, String detail, Instant notBefore) implements SendOutcome {}

  /// It may have gone out or not. Only a person sends it again.
  ///
  /// @param messageId the id in the message's own header, by which a mail server's log can tell
  /// @param code stable reason code, for example `mail.cut`
  /// @param detail for the operator: what happened; no personal data
  record Unknown(String messageId, String code, String detail) implements SendOutcome {}
}
