package org.marquetry.copy.api;

import java.util.List;
import org.marquetry.shop.api.ProductId;

/// One part of a mail, across its whole width. Addresses are texts, since a design may be kept half
/// finished; [MailDesigns#check] says which are none, and those are never written as links.
public sealed interface MailBlock {
  /// Most products of a block.
  int MAX_PRODUCTS = 12;

  /// Most products beside each other.
  int MAX_COLUMNS = 3;

  /// A heading of one line.
  record Heading(MailText text) implements MailBlock {}

  /// Running text.
  record Text(MailText text) implements MailBlock {}

  /// A picture.
  ///
  /// @param address of the picture, `http:` or `https:`
  /// @param alt what it shows, for those who do not see it
  /// @param link where a click leads; blank: nowhere
  record Picture(String address, MailText alt, String link) implements MailBlock {
    public Picture {
      checkAddress(address);
      checkAddress(link);
    }
  }

  /// Products, the same for everybody.
  ///
  /// @param products at most [#MAX_PRODUCTS]
  /// @param columns how many beside each other, 1 to [#MAX_COLUMNS]; one below the other on a phone
  record Products(List<ProductId> products, int columns) implements MailBlock {
    public Products {
      products = List.copyOf(products);
      checkSize(products.size(), 0, MAX_PRODUCTS, "products");
      checkSize(columns, 1, MAX_COLUMNS, "columns");
    }
  }

  /// Products that suit the reader, each with its line of reason. Who has none gets the mail
  /// without them.
  ///
  /// @param most 1 to [#MAX_PRODUCTS]
  /// @param columns as of [Products]
  record Recommendations(int most, int columns) implements MailBlock {
    public Recommendations {
      checkSize(most, 1, MAX_PRODUCTS, "most");
      checkSize(columns, 1, MAX_COLUMNS, "columns");
    }
  }

  /// A button.
  ///
  /// @param link `http:` or `https:`
  record Button(MailText text, String link) implements MailBlock {
    public Button {
      checkAddress(link);
    }
  }

  /// The code of the offer ([FactNames#OFFER_CODE]), large, with words above it. Who has none gets
  /// the mail without it.
  record Coupon(MailText text) implements MailBlock {}

  /// Who sends this and why, and the link that ends it.
  ///
  /// @param unsubscribe what the link says
  record Footer(MailText text, MailText unsubscribe) implements MailBlock {}

  private static void checkAddress(String address) {
    if (address.length() > 2_000) {
      throw new IllegalArgumentException(
          "an address has at most 2000 characters, got " + address.length());
    }
  }

  private static void checkSize(int size, int least, int most, String what) {
    if (size < least || size > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, got %d".formatted(what, least, most, size));
    }
  }

  /// The texts in it, in the order they are read.
  default List<MailText> texts() {
    return switch (this) {
      case Heading(MailText text) -> List.of(text);
      case Text(MailText text) -> List.of(text);
      case Picture(var _, MailText alt, var _) -> List.of(alt);
      case Products _, Recommendations _ -> List.of();
      case Button(MailText text, var _) -> List.of(text);
      case Coupon(MailText text) -> List.of(text);
      case Footer(MailText text, MailText unsubscribe) -> List.of(text, unsubscribe);
    };
  }
}
