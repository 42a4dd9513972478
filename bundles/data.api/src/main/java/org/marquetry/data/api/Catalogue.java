package org.marquetry.data.api;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.ProductId;
import org.osgi.annotation.versioning.ProviderType;

/// What the shop sells: products with pictures, prices, stock and variants. Safe for many threads;
/// what was written a moment ago is seen when the warehouse has loaded it.
@ProviderType
@Requires(Catalogue.READ)
public interface Catalogue {
  /// The permission to look.
  String READ = "data.read";

  /// The permission to hand over pictures.
  String WRITE = "data.import";

  /// The longest page.
  int MAX_PAGE = 500;

  /// Read one page; the order is total, so that pages neither overlap nor leave out.
  CataloguePage page(CatalogueQuery query);

  /// All products in an order, each page read when the stream comes to it: as many calls as there
  /// are pages, none of them long.
  static Stream<Product> all(Catalogue catalogue, CatalogueQuery.By by, boolean descending) {
    return Stream.iterate(0, from -> from + MAX_PAGE)
        .map(from ->
            catalogue.page(
                new CatalogueQuery(
                    "", Optional.empty(), Optional.empty(), by, descending, from, MAX_PAGE)))
        .takeWhile(page -> !page.products().isEmpty())
        .flatMap(page -> page.products().stream());
  }

  /// The categories that products name, by name.
  List<String> categories();

  /// Read one product with all that its page shows; empty when no fact names it.
  Optional<ProductDetail> product(ProductId product);

  /// Read some products as last told, in the order asked for; without those that no fact names.
  ///
  /// @param products at most [#MAX_PAGE]
  List<Product> products(List<ProductId> products);

  /// The latest reviews of a product, newest first.
  ///
  /// @param offset how many to leave out, at least 0
  /// @param limit 1 to [#MAX_PAGE]
  List<ProductReview> reviews(ProductId product, int offset, int limit);

  /// The latest order lines of a product, newest first.
  ///
  /// @param offset how many to leave out, at least 0
  /// @param limit 1 to [#MAX_PAGE]
  List<ProductOrder> orders(ProductId product, int offset, int limit);

  /// Keep a picture of a product: checked, made anew without what the file says beside it, and told
  /// as a fact (`productChanged`), so that the product shows it once the fact is loaded.
  ///
  /// @param picture a JPEG, PNG, GIF or BMP file of at most 10 MB and 40 million pixels; read to
  ///   its end, not closed
  /// @throws PictureRefused if it is none of these, is damaged or is too large; its message says
  ///   which
  @Requires(WRITE)
  Picture keepPicture(ProductId product, InputStream picture);

  /// Keep pictures of several products as [#keepPicture] does, and tell of all in one go, once all
  /// are kept: much faster than one by one. Either all are kept or none is told of.
  ///
  /// @param files at most [#MAX_PAGE] pictures, by product
  /// @throws PictureRefused as [#keepPicture] does
  @Requires(WRITE)
  Map<ProductId, Picture> keepPictures(Map<ProductId, byte[]> files);

  /// Keep the pictures of a zip file whose files are named by product, such as `p-17.jpg`; the work
  /// goes on as a job.
  ///
  /// @param zip at most 2 GB; read to its end, not closed
  /// @throws PictureRefused if it is no zip file or is too large
  @Requires(WRITE)
  void keepPictures(InputStream zip);

  /// Read the pictures whose addresses the shop has told and that are not kept yet, as a job. One
  /// that runs goes on.
  @Requires(WRITE)
  void fetchPictures();

  /// Stop the work on pictures; what is kept stays.
  @Requires(WRITE)
  void stopPictures();

  /// How the work on pictures stands.
  PictureWork pictureWork();

  /// Read a kept picture, as a JPEG file.
  ///
  /// @return empty when there is no such picture
  Optional<byte[]> picture(Picture picture, Picture.Size size);
}
