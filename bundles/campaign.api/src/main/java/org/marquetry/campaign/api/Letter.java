package org.marquetry.campaign.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.CustomerId;

/// The words of one message, as plain texts; they are made safe for HTML when written.
///
/// @param subject one line
/// @param heading one line; blank: none
/// @param paragraphs in order
/// @param products what is shown
/// @param button text and address; empty: none
/// @param footer who sends this and why, and how to end it, in the message's language; the link is
///   added
/// @param unsubscribe text of the link that ends the messages, not blank
public record Letter(
    CustomerId customer,
    String subject,
    String heading,
    List<String> paragraphs,
    List<Item> products,
    Optional<Button> button,
    String footer,
    String unsubscribe) {
  public Letter {
    paragraphs = List.copyOf(paragraphs);
    products = List.copyOf(products);
    if (subject.isBlank() || unsubscribe.isBlank()) {
      throw new IllegalArgumentException("subject and unsubscribe must not be blank");
    }
  }

  /// A product with its line of reason.
  ///
  /// @param price as it is shown; blank when unknown
  /// @param why one line; blank: none
  /// @param link address; empty when unknown
  public record Item(String title, String price, String why, Optional<java.net.URI> link) {}

  /// A button.
  public record Button(String text, java.net.URI link) {}
}
