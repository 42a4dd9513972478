package org.marquetry.copy.api;

import org.marquetry.shop.api.Words;

/// What speaks against sending a design.
///
/// @param stops whether nothing may be sent with it; else somebody should look
/// @param block number of the block, from 1; 0: subject and preheader, or the whole mail
/// @param line of the block's text, from 1; 0: the whole block
/// @param language tag of the version; empty: all of them
/// @param words what it is and what to do
public record MailFinding(
    Kind kind, boolean stops, int block, int line, String language, Words words) {
  /// What it is about.
  public enum Kind {
    /// A subject or a text is missing.
    EMPTY,
    /// An address that is none, leads nowhere outside, or is missing.
    LINK,
    /// A value that no mail has.
    VARIABLE,
    /// A value that not every reader has, and nothing to stand in its place.
    FALLBACK,
    /// So long that mailboxes cut it off.
    SIZE,
    /// Nobody could end the messages.
    UNSUBSCRIBE,
    /// A picture without words for those who do not see it.
    PICTURE,
    /// A text that is not there in a language of the mail.
    LANGUAGE,
    /// A place for a code, and no offer with one.
    COUPON,
    /// A subject that is cut off in lists of mails.
    SUBJECT,
    /// Something is claimed that no fact supports.
    CLAIM
  }
}
