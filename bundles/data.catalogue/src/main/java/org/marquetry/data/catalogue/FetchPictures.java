package org.marquetry.data.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.lib.outbound.OutboundAnswer;
import org.marquetry.lib.outbound.OutboundLimits;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Reads the pictures whose addresses the shop has told. What was kept is a fact at once, so a run
/// that is repeated begins with what is left.
@Component(service = JobHandler.class)
public final class FetchPictures implements JobHandler {
  static final String KIND = "catalogue.fetchPictures";

  private static final OutboundLimits LIMITS =
      new OutboundLimits(SafePicture.MAX_BYTES + 1L, Duration.ofSeconds(60), Duration.ofSeconds(4));

  private final Warehouse warehouse;
  private final PictureFacts facts;
  private final Outbound outbound;

  private record Told(ProductId product, String address) {}

  @Activate
  public FetchPictures(
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference Journal journal,
      @Reference InstantSource clock) {
    this(
        warehouse,
        new PictureFacts(new PictureStore(PictureStore.folder(context)), journal, clock),
        new Outbound());
  }

  FetchPictures(Warehouse warehouse, PictureFacts facts, Outbound outbound) {
    this.warehouse = warehouse;
    this.facts = facts;
    this.outbound = outbound;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<String, String> run(JobContext job) {
    List<Told> told =
        Actor.SYSTEM.call(() ->
            warehouse.query(
                "SELECT product_id, picture_url " + Products.NOT_READ + " ORDER BY product_id",
                List.of(),
                row ->
                    new Told(new ProductId(row.string("product_id")), row.string("picture_url"))));
    Tally tally = new Tally();
    job.step("pictures");
    for (Told one : told) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      try (OutboundAnswer answer = outbound.get(one.address, Map.of(), LIMITS)) {
        facts.keep(one.product, answer.body(), Optional.of(one.address));
        tally.kept();
      } catch (IOException | UncheckedIOException | PictureRefused e) {
        tally.refused(one.product.value(), e);
      }
      job.at((double) tally.done() / told.size());
    }
    return tally.result();
  }
}
