package org.marquetry.channel.api;

/// A written message.
///
/// @param to address in the channel's own form, for example `name@example.org`; no line breaks
/// @param language IETF tag, for example `zh-CN`
/// @param subject one line, not blank
/// @param text plain text; [#UNSUBSCRIBE] stands where the channel puts its link
/// @param html the same as a whole HTML document; [#UNSUBSCRIBE] stands where the channel puts its
///   link
public record Message(String to, String language, String subject, String text, String html) {
  /// Where the channel puts the link that ends all messages of this kind.
  public static final String UNSUBSCRIBE = "{{unsubscribe}}";

  public Message {
    if (to.isBlank() || to.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("to must be an address without control characters");
    }
    if (subject.isBlank() || subject.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("subject must be one line, not blank");
    }
    if (!text.contains(UNSUBSCRIBE) || !html.contains(UNSUBSCRIBE)) {
      throw new IllegalArgumentException(
          "text and html must each hold "
              + UNSUBSCRIBE
              + ", so that everybody can end the messages");
    }
  }

  /// Names neither address nor text, so that a message may stand in a log.
  @Override
  public String toString() {
    return "Message[" + language + ", " + text.length() + " characters]";
  }
}
