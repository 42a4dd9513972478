package org.marquetry.insight.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.SqlException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers when the suite ran: what the shop's pages and programs send reaches it only then.
@Component(service = Awake.class)
public final class Awake {
  /// So long a restart may take without anybody missing it.
  static final Duration RESTART = Duration.ofHours(1);

  /// A clock that is driven lets six hours pass between two looks; a machine that slept, more.
  static final Duration LEAP = Duration.ofHours(12);

  private static final Logger log = LoggerFactory.getLogger(Awake.class);
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final Database database;
  private final InstantSource clock;
  private final Timers.Timer timer;

  @Activate
  public Awake(
      @Reference InsightStore store, @Reference Timers timers, @Reference InstantSource clock) {
    database = store.database();
    this.clock = clock;
    note(RESTART);
    timer = Actor.SYSTEM.call(() -> timers.every("insight.core.awake", EVERY, () -> note(LEAP)));
  }

  @Deactivate
  void stop() {
    timer.cancel();
    note(LEAP);
  }

  /// Say that the suite runs now: longer still, when it did a while ago.
  private void note(Duration recently) {
    try {
      note(clock.instant(), recently);
    } catch (SqlException e) { // a full disk, say: figures go on
      log.warn("That the suite runs could not be noted; a quiet day may not be known", e);
    }
  }

  private void note(Instant now, Duration recently) {
    database.transaction(s -> {
      List<Instant> last =
          s.query(
              "SELECT max(until_at) AS last FROM awake HAVING count(*) > 0",
              r -> r.instant("last"));
      if (last.isEmpty() || last.getFirst().isBefore(now.minus(recently))) {
        return s.update("INSERT INTO awake(from_at, until_at) VALUES (?, ?)", now, now);
      }
      return last.getFirst().isBefore(now)
          ? s.update("UPDATE awake SET until_at = ? WHERE until_at = ?", now, last.getFirst())
          : 0;
    });
  }

  /// All stretches up to now, the earliest first; what is kept of the last one is minutes old.
  List<Stretch> stretches() {
    Instant now = clock.instant();
    List<Stretch> kept =
        database.transaction(s ->
            s.query(
                "SELECT from_at, until_at FROM awake ORDER BY from_at",
                row -> new Stretch(row.instant("from_at"), row.instant("until_at"))));
    List<Stretch> all = new ArrayList<>(kept);
    if (all.isEmpty() || all.getLast().until().isBefore(now.minus(LEAP))) {
      all.add(new Stretch(now, now));
    } else if (all.getLast().until().isBefore(now)) {
      all.add(new Stretch(all.removeLast().from(), now));
    }
    return all;
  }
}
