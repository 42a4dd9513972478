package org.marquetry.data.catalogue;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CataloguePage;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.PictureWork;
import org.marquetry.data.api.Product;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.data.api.ProductOrder;
import org.marquetry.data.api.ProductReview;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.journal.Journal;
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
  private final PictureFacts facts;
  private final Jobs jobs;
  private final Supplier<Optional<Instant>> next;
  private final ComputePool pool;

  @Activate
  public WarehouseCatalogue(
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference Journal journal,
      @Reference InstantSource clock,
      @Reference Jobs jobs,
      @Reference PictureTries tries,
      @Reference DailyPictures daily,
      @Reference ComputePool pool) {
    this(
        warehouse,
        new PictureFacts(new PictureStore(PictureStore.folder(context)), journal, clock, tries),
        jobs,
        daily::next,
        pool);
  }

  /// @param next when addresses are read by themselves again
  WarehouseCatalogue(
      Warehouse warehouse,
      PictureFacts facts,
      Jobs jobs,
      Supplier<Optional<Instant>> next,
      ComputePool pool) {
    this.products = new Products(warehouse);
    this.facts = facts;
    this.jobs = jobs;
    this.next = next;
    this.pool = pool;
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
  public List<Product> products(List<ProductId> wanted) {
    if (wanted.size() > MAX_PAGE) {
      throw new IllegalArgumentException(
          "at most " + MAX_PAGE + " products at once, got " + wanted.size());
    }
    Shelf shelf = asSystem(products::shelf);
    return wanted.stream().flatMap(id -> Stream.ofNullable(shelf.products().get(id))).toList();
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
    Optional<String> told = asSystem(() -> products.pictureAddress(product));
    return facts.keep(product, picture, told);
  }

  @Override
  public Map<ProductId, Picture> keepPictures(Map<ProductId, byte[]> files) {
    if (files.size() > MAX_PAGE) {
      throw new IllegalArgumentException(
          "at most " + MAX_PAGE + " pictures at once, got " + files.size());
    }
    Map<ProductId, String> told = asSystem(() -> products.pictureAddresses(files.keySet()));
    return files.isEmpty() ? Map.of() : facts.keep(files, told, pool);
  }

  @Override
  public void keepPictures(InputStream zip) {
    String key = facts.store().take(zip);
    asSystem(() -> jobs.start(JobRequest.of(UnpackPictures.KIND, key)));
  }

  @Override
  public void fetchPictures() {
    asSystem(() -> jobs.start(JobRequest.of(FetchPictures.KIND, "all")));
  }

  @Override
  public void stopPictures() {
    asSystem(() -> {
      ofPictures().filter(job -> !job.state().isOver()).forEach(job -> jobs.cancel(job.id()));
      return true;
    });
  }

  @Override
  public PictureWork pictureWork() {
    return asSystem(() ->
        new PictureWork(
            products.picturesWaiting(),
            ofPictures().min(Comparator.comparing((JobStatus job) -> job.state().isOver())),
            facts.tries().latest(),
            next.get()));
  }

  /// The newest first.
  private Stream<JobStatus> ofPictures() {
    return jobs.list().stream()
        .filter(
            job -> job.kind().equals(FetchPictures.KIND) || job.kind().equals(UnpackPictures.KIND));
  }

  @Override
  public Optional<byte[]> picture(Picture picture, Picture.Size size) {
    return facts.store().read(picture, size);
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
