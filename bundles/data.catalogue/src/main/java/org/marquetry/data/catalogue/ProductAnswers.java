package org.marquetry.data.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.PictureWork;
import org.marquetry.data.api.Product;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// What programs get to see of the catalogue.
final class ProductAnswers {
  private ProductAnswers() {}

  /// A product. Money is in minor units, pictures are paths on this host.
  record Item(
      String id,
      Optional<String> title,
      Optional<String> category,
      Optional<String> brand,
      OptionalLong priceMinor,
      Optional<String> currency,
      OptionalLong stock,
      Optional<String> family,
      Optional<String> size,
      Optional<String> colour,
      Optional<String> picture,
      double sold,
      OptionalDouble rating,
      int ratings) {
    static Item of(Product p) {
      return new Item(
          p.id().value(),
          p.title(),
          p.category(),
          p.brand(),
          p.price().map(m -> OptionalLong.of(m.minor())).orElse(OptionalLong.empty()),
          p.price().map(Money::currency),
          p.stock(),
          p.family(),
          p.size(),
          p.colour(),
          p.picture().map(k -> k.path(Picture.Size.FULL)),
          p.sold(),
          p.rating(),
          p.ratings());
    }
  }

  record Items(int found, List<Item> products) {}

  record Price(String from, long minor, String currency) {}

  record Detail(
      Item product,
      Optional<String> description,
      Optional<String> url,
      Map<String, String> attributes,
      List<String> variants,
      List<Price> prices,
      int orders) {
    static Detail of(ProductDetail d) {
      return new Detail(
          Item.of(d.product()),
          d.description(),
          d.url(),
          d.attributes(),
          d.variants().stream().map(Product::id).map(ProductId::value).toList(),
          d.prices().stream()
              .map(p -> new Price(p.from().toString(), p.price().minor(), p.price().currency()))
              .toList(),
          d.orders());
    }
  }

  /// @param base64 the file
  record SentPicture(String base64) {}

  record KeptPicture(String picture) {}

  /// @param state of the job: `WAITING`, `RUNNING`, `DONE`, `FAILED` or `CANCELLED`
  record Work(
      int waiting,
      Optional<String> state,
      double done,
      Map<String, String> result,
      List<Failed> failures,
      Optional<Instant> next) {}

  /// @param reason why the file is refused; absent: nothing could be read from there
  /// @param next not tried by itself before
  record Failed(
      String product,
      String address,
      Optional<String> reason,
      String detail,
      int tries,
      Instant triedAt,
      Instant next) {
    static Failed of(PictureWork.Failure f) {
      return new Failed(
          f.product().value(),
          f.address(),
          f.reason().map(Enum::name),
          f.detail(),
          f.tries(),
          f.triedAt(),
          f.next());
    }
  }
}
