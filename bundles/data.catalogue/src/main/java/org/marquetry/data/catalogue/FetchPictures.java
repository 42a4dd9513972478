package org.marquetry.data.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.data.api.PictureWork.Failure;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.lib.outbound.OutboundAnswer;
import org.marquetry.lib.outbound.OutboundLimits;
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

/// Reads the pictures whose addresses the shop has told. What was kept is a fact at once, so a run
/// that is repeated begins with what is left. A run by schedule leaves out what was tried in vain
/// not long ago.
@Component(service = JobHandler.class)
public final class FetchPictures implements JobHandler {
  static final String KIND = "catalogue.fetchPictures";
  static final String SCHEDULED = "scheduled";

  private static final OutboundLimits LIMITS =
      new OutboundLimits(SafePicture.MAX_BYTES + 1L, Duration.ofSeconds(60), Duration.ofSeconds(4));

  private final Warehouse warehouse;
  private final PictureFacts facts;
  private final Outbound outbound;
  private final PictureTries tries;

  private record Told(ProductId product, String address) {}

  @Activate
  public FetchPictures(
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference Journal journal,
      @Reference InstantSource clock,
      @Reference PictureTries tries) {
    this(
        warehouse,
        new PictureFacts(new PictureStore(PictureStore.folder(context)), journal, clock, tries),
        new Outbound());
  }

  FetchPictures(Warehouse warehouse, PictureFacts facts, Outbound outbound) {
    this.warehouse = warehouse;
    this.facts = facts;
    this.outbound = outbound;
    this.tries = facts.tries();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("获取商品图片", "Fetching product pictures");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    List<Told> waiting =
        Actor.SYSTEM.call(() ->
            warehouse.query(
                "SELECT product_id, picture_url " + Products.NOT_READ + " ORDER BY product_id",
                List.of(),
                row ->
                    new Told(new ProductId(row.string("product_id")), row.string("picture_url"))));
    tries.keepOnly(waiting.stream().map(Told::product).collect(Collectors.toSet()));
    Map<ProductId, Failure> failed = tries.all();
    boolean scheduled = job.arguments().containsKey(SCHEDULED);
    List<Told> told =
        waiting.stream().filter(t -> !scheduled || isDue(t, failed.get(t.product))).toList();
    Tally tally = new Tally();
    job.step(new Words("获取图片", "pictures"));
    for (Told one : told) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      read(one, Optional.ofNullable(failed.get(one.product)), tally);
      job.at((double) tally.done() / told.size());
    }
    return tally.result();
  }

  private boolean isDue(Told told, @Nullable Failure before) {
    return before == null
        || !before.address().equals(told.address)
        || !before.next().isAfter(facts.clock().instant());
  }

  private void read(Told one, Optional<Failure> before, Tally tally) {
    try (OutboundAnswer answer = outbound.get(one.address, Map.of(), LIMITS)) {
      facts.keep(one.product, answer.body(), Optional.of(one.address));
      tally.kept();
    } catch (PictureRefused e) {
      failed(one, Optional.of(e.reason()), e, before, tally);
    } catch (IOException | UncheckedIOException e) {
      failed(one, Optional.empty(), e, before, tally);
    }
  }

  private void failed(
      Told one,
      Optional<PictureRefused.Reason> reason,
      Exception why,
      Optional<Failure> before,
      Tally tally) {
    String detail = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    tries.failed(one.product, one.address, reason, detail, before, facts.clock().instant());
    tally.refused(one.product.value(), why);
  }
}
