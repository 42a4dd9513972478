package org.marquetry.copy.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailText;
import org.marquetry.shop.api.ProductId;

/// A block as door and store have it.
///
/// @param kind `heading`, `text`, `picture`, `products`, `recommendations`, `button`, `coupon` or
///   `footer`
/// @param text by language; of a picture: what it shows
/// @param unsubscribe of a footer, by language: what the link says
/// @param address of a picture
/// @param link of a picture or a button
/// @param products of `products`, by id
/// @param most of `recommendations`
/// @param columns of products, 2 when left out
record BlockEntry(
    String kind,
    Optional<Map<String, String>> text,
    Optional<Map<String, String>> unsubscribe,
    Optional<String> address,
    Optional<String> link,
    Optional<List<String>> products,
    OptionalInt most,
    OptionalInt columns) {
  private static final int USUAL_COLUMNS = 2;

  private static BlockEntry texts(String kind, MailText text) {
    return new BlockEntry(
        kind,
        Optional.of(text.versions()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private BlockEntry leading(Optional<String> pictured, String where) {
    return new BlockEntry(
        kind, text, unsubscribe, pictured, Optional.of(where), products, most, columns);
  }

  private static BlockEntry showing(
      String kind, Optional<List<String>> products, OptionalInt most, int columns) {
    return new BlockEntry(
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        products,
        most,
        OptionalInt.of(columns));
  }

  static BlockEntry of(MailBlock block) {
    return switch (block) {
      case MailBlock.Heading(MailText text) -> texts("heading", text);
      case MailBlock.Text(MailText text) -> texts("text", text);
      case MailBlock.Coupon(MailText text) -> texts("coupon", text);
      case MailBlock.Picture(String address, MailText alt, String link) ->
          texts("picture", alt).leading(Optional.of(address), link);
      case MailBlock.Button(MailText text, String link) ->
          texts("button", text).leading(Optional.empty(), link);
      case MailBlock.Products(var products, int columns) ->
          showing(
              "products",
              Optional.of(products.stream().map(ProductId::value).toList()),
              OptionalInt.empty(),
              columns);
      case MailBlock.Recommendations(int most, int columns) ->
          showing("recommendations", Optional.empty(), OptionalInt.of(most), columns);
      case MailBlock.Footer(MailText text, MailText unsubscribe) ->
          new BlockEntry(
              "footer",
              Optional.of(text.versions()),
              Optional.of(unsubscribe.versions()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty(),
              OptionalInt.empty());
    };
  }

  MailBlock toBlock() {
    MailText words = new MailText(text.orElse(Map.of()));
    return switch (kind) {
      case "heading" -> new MailBlock.Heading(words);
      case "text" -> new MailBlock.Text(words);
      case "picture" -> new MailBlock.Picture(address.orElse(""), words, link.orElse(""));
      case "products" ->
          new MailBlock.Products(
              products.orElse(List.of()).stream().map(ProductId::new).toList(), beside());
      case "recommendations" ->
          new MailBlock.Recommendations(
              most.orElseThrow(
                  () -> new IllegalArgumentException("recommendations need the number most")),
              beside());
      case "button" -> new MailBlock.Button(words, link.orElse(""));
      case "coupon" -> new MailBlock.Coupon(words);
      case "footer" -> new MailBlock.Footer(words, new MailText(unsubscribe.orElse(Map.of())));
      default ->
          throw new IllegalArgumentException(
              "kind must be heading, text, picture, products, recommendations, button, coupon or"
                  + " footer, got "
                  + kind);
    };
  }

  private int beside() {
    return columns.orElse(USUAL_COLUMNS);
  }
}
