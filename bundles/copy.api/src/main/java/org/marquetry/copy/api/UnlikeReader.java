package org.marquetry.copy.api;

/// One of a few readers who are as unlike as possible, to look at a mail with.
///
/// @param made whether the shop has no such customer and this one is made up
public record UnlikeReader(Kind kind, boolean made, MailReader reader) {
  /// What is special about the reader.
  public enum Kind {
    /// Name and language are known, and there were orders.
    USUAL,
    /// No name is known.
    NO_NAME,
    /// Speaks another language than the mail's first.
    OTHER_LANGUAGE,
    /// The longest name of all.
    LONG_NAME,
    /// Nothing was ordered yet.
    NEW
  }
}
