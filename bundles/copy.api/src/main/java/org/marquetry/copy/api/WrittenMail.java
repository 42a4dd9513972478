package org.marquetry.copy.api;

import org.marquetry.channel.api.Message;

/// A mail as one reader gets it.
///
/// @param language tag of the version
/// @param subject one line
/// @param text the whole mail as plain text
/// @param html the whole mail as one document; [Message#UNSUBSCRIBE] stands where the channel puts
///   its link, in both
public record WrittenMail(String language, String subject, String text, String html) {
  /// The message to an address.
  ///
  /// @throws IllegalArgumentException if the address is none, or the design has no subject or no
  ///   footer
  public Message to(String address) {
    return new Message(address, language, subject, text, html);
  }

  /// Names no text, so that a mail may stand in a log.
  @Override
  public String toString() {
    return "WrittenMail[" + language + ", " + html.length() + " characters]";
  }
}
