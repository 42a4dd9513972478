package org.marquetry.recommend.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// Has recommendations learned when there is something to learn from, after a start or a swap, and
/// again whenever the events that count grew by a fifth, or an engine was swapped: its former
/// bundle stays in memory as long as a model of it answers. Where no model was kept it learns at
/// once; else it waits while events stream in. When events are gone, erased or taken back, what was
/// learned and remembered of them goes too.
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.marquetry.recommend.core")
@Designate(ocd = RecommendConfig.class)
public final class TrainKeeper {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final double GROWTH = 1.2;
  private static final double STILL = 1.05; // between two looks
  private static final int ATTEMPTS = 3;

  private static final String WHERE =
      " WHERE customer_id IS NOT NULL AND product_id IS NOT NULL AND type IN (%s)";
  private static final String PAIRS =
      "SELECT count(*) AS n FROM (SELECT DISTINCT customer_id, product_id FROM v1.events"
          + WHERE
          + ") AS pairs";

  private static final String ENGINES = "org.marquetry.recommend.spi";

  private final Warehouse warehouse;
  private final Recommendations recommendations;
  private final Jobs jobs;
  private final Recent recent;
  private final String algorithm;
  private final Timers.Timer first;
  private final Timers.Timer timer;
  private final Runnable unlisten;
  private long learnedFrom;
  private long seen;
  private boolean engineLeft;

  @Activate
  public TrainKeeper(
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference(target = "(marquetry.provider=core)") Recommendations recommendations,
      @Reference Jobs jobs,
      @Reference Recent recent,
      @Reference Timers timers,
      RecommendConfig config) {
    this(
        warehouse,
        recommendations,
        jobs,
        recent,
        timers,
        config.algorithm(),
        leaving -> {
          SynchronousBundleListener listener =
              event -> {
                if (event.getType() == BundleEvent.UNINSTALLED && isEngine(event.getBundle())) {
                  leaving.run();
                }
              };
          context.addBundleListener(listener);
          return () -> context.removeBundleListener(listener);
        });
  }

  /// Make it outside the framework, for tests.
  ///
  /// @param engines calls back when an engine has left for good; gives what ends that
  TrainKeeper(
      Warehouse warehouse,
      Recommendations recommendations,
      Jobs jobs,
      Recent recent,
      Timers timers,
      String algorithm,
      Function<Runnable, Runnable> engines) {
    this.warehouse = warehouse;
    this.recommendations = recommendations;
    this.jobs = jobs;
    this.recent = recent;
    this.algorithm = algorithm;
    unlisten = engines.apply(this::engineLeft);
    first = Actor.SYSTEM.call(() -> timers.poll("recommend.core.begin", FIRST, this::begin));
    timer = Actor.SYSTEM.call(() -> timers.poll("recommend.core.train", PERIOD, this::look));
  }

  @Deactivate
  void stop() {
    unlisten.run();
    first.cancel();
    timer.cancel();
  }

  private static boolean isEngine(Bundle bundle) {
    String imports = bundle.getHeaders("").get(Constants.IMPORT_PACKAGE);
    return imports != null && imports.contains(ENGINES);
  }

  private synchronized void engineLeft() {
    engineLeft = true;
  }

  /// As soon as there is anything.
  private synchronized void begin() {
    if (learnedFrom == 0) {
      Actor.SYSTEM.run(() -> {
        seen = events();
        learnedFrom = seen == 0 ? 0 : recommendations.card().map(this::learnedFrom).orElse(0L);
      });
      learn(learnedFrom == 0 && seen > 0);
    } else {
      first.cancel();
    }
  }

  /// From about how many of the events a model has learned.
  private long learnedFrom(ModelCard kept) {
    long pairs = count(PAIRS);
    return Math.max(1, pairs <= kept.interactions() ? seen : seen * kept.interactions() / pairs);
  }

  private synchronized void look() {
    long events = Actor.SYSTEM.call(this::events);
    boolean streaming = events > STILL * seen;
    boolean fewer = events < seen;
    seen = events;
    if (fewer) {
      recent.forget();
    }
    boolean stale = engineLeft || fewer || events >= GROWTH * learnedFrom;
    learn(!streaming && events > 0 && stale);
  }

  private void learn(boolean now) {
    if (now) {
      learnedFrom = seen;
      engineLeft = false;
      Actor.SYSTEM.call(() -> jobs.start(TrainJob.request(Optional.of(algorithm), ATTEMPTS)));
    }
  }

  private long events() {
    return count("SELECT count(*) AS n FROM v1.events" + WHERE);
  }

  private long count(String sql) {
    Set<String> types = TrainRequest.standard().strengths().keySet();
    String places = types.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return warehouse
        .query(sql.formatted(places), List.copyOf(types), row -> row.longValue("n"))
        .getFirst();
  }
}
