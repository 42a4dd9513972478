package org.marquetry.data.catalogue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.marquetry.data.api.Picture;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.ProductId;

/// Keeps pictures and tells as facts which products have them.
record PictureFacts(PictureStore store, Journal journal, InstantSource clock, PictureTries tries) {
  /// @param file a stranger's
  /// @param from the shop's address of the picture, which need not be read any more
  Picture keep(ProductId product, InputStream file, Optional<String> from) {
    Picture picture = store.keep(SafePicture.read(file));
    tell(List.of(fact(product, picture, from)));
    tries.forget(List.of(product));
    return picture;
  }

  /// Keep several, worked on at the same time, and tell of all in one go.
  ///
  /// @param from addresses of pictures, by product
  Map<ProductId, Picture> keep(
      Map<ProductId, byte[]> files, Map<ProductId, String> from, ComputePool pool) {
    List<ProductId> products = List.copyOf(files.keySet());
    Picture[] kept = new Picture[products.size()];
    pool.parallel(
        kept.length,
        i -> {
          byte[] file = Objects.requireNonNull(files.get(products.get(i)));
          kept[i] = store.keep(SafePicture.read(new ByteArrayInputStream(file)));
        });
    Map<ProductId, Picture> pictures = new LinkedHashMap<>();
    List<Event> facts = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      ProductId product = products.get(i);
      pictures.put(product, kept[i]);
      facts.add(fact(product, kept[i], Optional.ofNullable(from.get(product))));
    }
    tell(facts);
    tries.forget(products);
    return pictures;
  }

  private Event fact(ProductId product, Picture picture, Optional<String> from) {
    Instant now = clock.instant();
    Event.Builder event =
        Event.builder(PictureStore.factId(product, picture, now), EventTypes.PRODUCT_CHANGED, now)
            .product(product)
            .property(EventProperties.PICTURE, picture.hash());
    from.ifPresent(address -> event.property(EventProperties.PICTURE_FROM, address));
    return event.build();
  }

  private void tell(List<Event> facts) {
    Actor.SYSTEM.call(() -> journal.append(facts));
  }
}
