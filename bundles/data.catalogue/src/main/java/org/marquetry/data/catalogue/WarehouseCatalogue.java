package org.marquetry.data.catalogue;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CataloguePage;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.data.api.ProductOrder;
import org.marquetry.data.api.ProductReview;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The catalogue from the warehouse, with pictures in `<home>/data/pictures`. Whoever may see the
/// catalogue needs no right on warehouse or journal itself.
@Provider("catalogue")
@Component
public final class WarehouseCatalogue implements Catalogue {
  private final Products products;
  private final PictureStore pictures;
  private final Journal journal;
  private final InstantSource clock;

  @Activate
  public WarehouseCatalogue(
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference Journal journal,
      @Reference InstantSource clock) {
    this(warehouse, journal, clock, PictureStore.folder(context));
  }

  /// @param pictures folder of the kept pictures, made when absent
  WarehouseCatalogue(Warehouse warehouse, Journal journal, InstantSource clock, Path pictures) {
    this.products = new Products(warehouse);
    this.journal = journal;
    this.clock = clock;
    this.pictures = new PictureStore(pictures);
  }

  @Override
  public CataloguePage page(CatalogueQuery query) {
    return asSystem(() -> products.shelf().page(query));
  }

  @Override
  public List<String> categories() {
    return asSystem(() -> products.shelf().categories());
  }

  @Override
  public Optional<ProductDetail> product(ProductId product) {
    return asSystem(() -> products.detail(product));
  }

  @Override
  public List<ProductReview> reviews(ProductId product, int offset, int limit) {
    check(offset, limit);
    return asSystem(() -> products.reviews(product, offset, limit));
  }

  @Override
  public List<ProductOrder> orders(ProductId product, int offset, int limit) {
    check(offset, limit);
    return asSystem(() -> products.orders(product, offset, limit));
  }

  @Override
  public Picture keepPicture(ProductId product, InputStream picture) {
    Picture kept = pictures.keep(SafePicture.read(picture));
    tell(product, kept, Optional.empty());
    return kept;
  }

  /// Tell as a fact that a product has this picture.
  private void tell(ProductId product, Picture picture, Optional<String> from) {
    Instant now = clock.instant();
    Event.Builder event =
        Event.builder(PictureStore.factId(product, picture, now), EventTypes.PRODUCT_CHANGED, now)
            .product(product)
            .property(EventProperties.PICTURE, picture.hash());
    from.ifPresent(url -> event.property(EventProperties.PICTURE_FROM, url));
    asSystem(() -> journal.append(List.of(event.build())));
  }

  @Override
  public Optional<byte[]> picture(Picture picture, Picture.Size size) {
    return pictures.read(picture, size);
  }

  private static <T> T asSystem(Supplier<T> question) {
    return Actor.SYSTEM.call(question);
  }

  private static void check(int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException(
          "offset must be >= 0 and limit 1.." + MAX_PAGE + ", got " + offset + " and " + limit);
    }
  }
}
