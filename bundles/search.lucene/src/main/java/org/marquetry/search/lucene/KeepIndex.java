package org.marquetry.search.lucene;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.search.api.IndexReport;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Builds the index anew when what it holds has changed in the catalogue. It looks at the catalogue
/// only when the warehouse has changed, and rests ten times as long as a look or a build took, so
/// that a catalogue that never stands still costs a tenth of one core.
@Component(service = JobHandler.class, immediate = true)
public final class KeepIndex implements JobHandler {
  static final String KIND = "search.build";
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int TIMES = 10;
  private static final String STATE =
      """
      SELECT count(*) || ' ' || coalesce(sum(hash(product_id, title, category, subcategory, brand,
        price_minor, currency, description, attributes)::HUGEINT), 0) AS state FROM v1.products
      """;

  private final Warehouse warehouse;
  private final ProductSearch search;
  private final Jobs jobs;
  private final Timers.Timer timer;
  private volatile String built = "";
  private volatile long seen =
      -1; // changes of the warehouse before the look that found nothing new
  private volatile long restUntil = System.nanoTime();

  @Activate
  public KeepIndex(
      @Reference Warehouse warehouse,
      @Reference ProductSearch search,
      @Reference Jobs jobs,
      @Reference Timers timers) {
    this.warehouse = warehouse;
    this.search = search;
    this.jobs = jobs;
    timer = Actor.SYSTEM.call(() -> timers.poll("search.lucene.keep", PERIOD, this::look));
  }

  @Deactivate
  void stop() {
    timer.cancel();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("建立商品搜索索引", "Building the product search");
  }

  private void look() {
    long changes = Actor.SYSTEM.call(warehouse::changes);
    if (changes == seen || System.nanoTime() - restUntil < 0) {
      return;
    }
    Actor.SYSTEM.run(() -> {
      long began = System.nanoTime();
      if (isBehind(state())) {
        jobs.start(JobRequest.of(KIND, "products"));
      } else {
        seen = changes;
      }
      rest(System.nanoTime() - began);
    });
  }

  private void rest(long worked) {
    restUntil = System.nanoTime() + TIMES * worked;
  }

  private String state() {
    return warehouse.query(STATE, List.of(), row -> row.string("state")).getFirst();
  }

  /// After a start an empty catalogue with an empty index needs no job.
  private boolean isBehind(String state) {
    if (built.isEmpty()
        && state.startsWith("0 ")
        && search.find(SearchRequest.of("", 1)).isEmpty()) {
      built = state;
    }
    return !state.equals(built);
  }

  @Override
  public Map<String, String> run(JobContext job) {
    String before = Actor.SYSTEM.call(this::state);
    IndexReport report = Actor.SYSTEM.call(() -> search.build(job));
    built = before;
    rest((long) (report.seconds() * 1e9));
    return Map.of("products", Long.toString(report.products()));
  }
}
