package org.marquetry.data.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.data.api.PictureWork.Failure;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.ProductId;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Addresses of pictures that were tried in vain, in the operational store.
@Component(service = PictureTries.class)
public final class PictureTries {
  private static final int LONGEST_ADDRESS = 4_000;
  private static final int LONGEST_DETAIL = 500;
  private static final int LONGEST_PAUSE = 5; // 2^5 days
  private static final int SHOWN = 100;

  private final Database database;

  @Activate
  public PictureTries(@Reference Databases databases) {
    database =
        Actor.SYSTEM.call(() -> databases.open(PictureTries.class, List.of("0001-tries.sql")));
  }

  /// The latest first.
  List<Failure> latest() {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM picture_tries ORDER BY tried_at DESC, product LIMIT " + SHOWN,
            PictureTries::failure));
  }

  Map<ProductId, Failure> all() {
    Map<ProductId, Failure> all = new HashMap<>();
    database
        .transaction(s -> s.query("SELECT * FROM picture_tries", PictureTries::failure))
        .forEach(f -> all.put(f.product(), f));
    return all;
  }

  /// @param reason empty: nothing could be read from there
  /// @param before what was known of the product, of whatever address
  void failed(
      ProductId product,
      String address,
      Optional<PictureRefused.Reason> reason,
      String detail,
      Optional<Failure> before,
      Instant now) {
    int tries = 1 + before.filter(b -> b.address().equals(address)).map(Failure::tries).orElse(0);
    database.transaction(s -> {
      s.update("DELETE FROM picture_tries WHERE product = ?", product.value());
      return s.update(
          "INSERT INTO picture_tries (product, address, reason, detail, tries, tried_at) VALUES (?, ?, ?, ?, ?, ?)",
          product.value(),
          cut(address, LONGEST_ADDRESS),
          reason.map(PictureRefused.Reason::name).orElse(null),
          cut(detail.replaceAll("\\p{Cntrl}", " "), LONGEST_DETAIL),
          tries,
          now);
    });
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  /// Forget all but those products that still wait.
  void keepOnly(Set<ProductId> waiting) {
    forget(all().keySet().stream().filter(p -> !waiting.contains(p)).toList());
  }

  void forget(List<ProductId> products) {
    database.transaction(s -> {
      int gone = 0;
      for (ProductId product : products) {
        gone += s.update("DELETE FROM picture_tries WHERE product = ?", product.value());
      }
      return gone;
    });
  }

  private static Failure failure(Row r) {
    int tries = r.intValue("tries");
    Instant at = r.instant("tried_at");
    return new Failure(
        new ProductId(r.string("product")),
        r.string("address"),
        r.optString("reason").map(PictureRefused.Reason::valueOf),
        r.string("detail"),
        tries,
        at,
        at.plus(Duration.ofDays(1L << Math.min(tries - 1, LONGEST_PAUSE))));
  }
}
