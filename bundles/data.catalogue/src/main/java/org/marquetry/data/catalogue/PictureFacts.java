package org.marquetry.data.catalogue;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Picture;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.ProductId;

/// Keeps pictures and tells as a fact which product has them.
record PictureFacts(PictureStore store, Journal journal, InstantSource clock) {
  /// @param file a stranger's
  /// @param from the shop's address of the picture, which need not be read any more
  Picture keep(ProductId product, InputStream file, Optional<String> from) {
    Picture picture = store.keep(SafePicture.read(file));
    Instant now = clock.instant();
    Event.Builder event =
        Event.builder(PictureStore.factId(product, picture, now), EventTypes.PRODUCT_CHANGED, now)
            .product(product)
            .property(EventProperties.PICTURE, picture.hash());
    from.ifPresent(address -> event.property(EventProperties.PICTURE_FROM, address));
    Actor.SYSTEM.call(() -> journal.append(List.of(event.build())));
    return picture;
  }
}
