package org.marquetry.data.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps the pictures of a zip file that lies beside the kept ones, named by the job's key. Nothing
/// is unpacked to the disk, so a path inside says nothing.
@Component(service = JobHandler.class)
public final class UnpackPictures implements JobHandler {
  static final String KIND = "catalogue.unpackPictures";

  private static final int EVERY = 50;

  private final Path folder;
  private final Warehouse warehouse;
  private final PictureFacts facts;

  /// @param address what the shop told; it need not be read any more
  private record Known(ProductId id, Optional<String> address) {}

  @Activate
  public UnpackPictures(
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference Journal journal,
      @Reference InstantSource clock,
      @Reference PictureTries tries) {
    this(
        PictureStore.folder(context),
        warehouse,
        new PictureFacts(new PictureStore(PictureStore.folder(context)), journal, clock, tries));
  }

  UnpackPictures(Path folder, Warehouse warehouse, PictureFacts facts) {
    this.folder = folder;
    this.warehouse = warehouse;
    this.facts = facts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("解压商品图片", "Unpacking product pictures");
  }

  @Override
  public Map<String, String> run(JobContext job) throws IOException {
    Path file = PictureStore.zip(folder, job.key());
    Tally tally = job.checkpoint().map(Tally::of).orElseGet(Tally::new);
    Map<String, Known> products = products();
    job.step(new Words("解压图片", "pictures"));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries =
          Collections.list(zip.entries()).stream()
              .filter(e -> !e.isDirectory())
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry :
          entries.subList(Math.min(tally.done(), entries.size()), entries.size())) {
        if (job.cancelled()) {
          job.save(tally.checkpoint());
          throw new JobStopped();
        }
        keep(zip, entry, products, tally);
        if (tally.done() % EVERY == 0) {
          job.save(tally.checkpoint());
        }
        job.at((double) tally.done() / entries.size());
      }
    }
    Files.deleteIfExists(file);
    return tally.result();
  }

  private void keep(ZipFile zip, ZipEntry entry, Map<String, Known> products, Tally tally) {
    String name = stem(entry.getName());
    Known product = products.get(name);
    if (product == null) {
      tally.unknown(name);
      return;
    }
    try (@Nullable InputStream in = zip.getInputStream(entry)) {
      if (in != null) {
        facts.keep(product.id, in, product.address);
      }
      tally.kept();
    } catch (IOException | UncheckedIOException | PictureRefused e) {
      tally.refused(name, e);
    }
  }

  /// The file's name without folders and ending, in lower case.
  static String stem(String path) {
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int dot = file.lastIndexOf('.');
    return (dot > 0 ? file.substring(0, dot) : file).toLowerCase(Locale.ROOT);
  }

  private Map<String, Known> products() {
    Map<String, Known> products = new HashMap<>();
    Actor.SYSTEM.run(() ->
        warehouse.scan(
            "SELECT product_id, picture_url FROM v1.products",
            List.of(),
            row -> {
              ProductId id = new ProductId(row.string("product_id"));
              products.put(
                  id.value().toLowerCase(Locale.ROOT), new Known(id, row.optString("picture_url")));
            }));
    return products;
  }
}
