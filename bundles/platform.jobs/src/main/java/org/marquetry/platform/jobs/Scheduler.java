package org.marquetry.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.ScheduleStatus;
import org.marquetry.platform.api.jobs.Schedules;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.sql.api.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts jobs when they are due. One timer waits for the next one, and looks once an hour whether
/// the shop's zone changed.
final class Scheduler implements Schedules, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofHours(1);

  private final Database database;
  private final Jobs jobs;
  private final InstantSource clock;
  private final Timers timers;
  private final Supplier<ZoneId> zone;
  private final Map<String, Planned> plan = new TreeMap<>();
  private Timers.@Nullable Timer timer;
  private boolean closed;

  Scheduler(
      Database database, Jobs jobs, InstantSource clock, Timers timers, Supplier<ZoneId> zone) {
    this.database = database;
    this.jobs = jobs;
    this.clock = clock;
    this.timers = timers;
    this.zone = zone;
  }

  /// Load the rows, see to what was missed, and go on.
  synchronized void start() {
    database
        .transaction(s -> s.query("SELECT * FROM schedules", Planned::from))
        .forEach(p -> plan.put(p.schedule().name(), p));
    tick();
  }

  @Override
  public synchronized ScheduleStatus put(Schedule schedule) {
    Planned known = plan.get(schedule.name());
    Actor actor = Actor.current();
    if (known != null && known.schedule().equals(schedule) && known.actor().equals(actor)) {
      return known.status();
    }
    Planned fresh = Planned.of(schedule, actor, clock.instant(), zone.get());
    keep(fresh);
    arm();
    return fresh.status();
  }

  @Override
  public synchronized boolean remove(String name) {
    if (plan.remove(name) == null) {
      return false;
    }
    database.transaction(s -> s.update("DELETE FROM schedules WHERE name = ?", name));
    return true;
  }

  @Override
  public synchronized List<ScheduleStatus> list() {
    return plan.values().stream()
        .map(Planned::status)
        .sorted(Comparator.comparing(ScheduleStatus::next))
        .toList();
  }

  private void keep(Planned planned) {
    database.transaction(planned::write);
    plan.put(planned.schedule().name(), planned);
  }

  private synchronized void tick() {
    if (closed) {
      return;
    }
    Instant now = clock.instant();
    ZoneId here = zone.get();
    for (Planned planned : List.copyOf(plan.values())) {
      if (!planned.next().isAfter(now)) {
        keep(see(planned, now, here));
      } else if (!planned.zone().equals(here.getId())) {
        keep(planned.in(here, now));
      }
    }
    arm();
  }

  private Planned see(Planned planned, Instant now, ZoneId here) {
    Duration late = Duration.between(planned.next(), now);
    boolean missed = late.compareTo(LATE) > 0;
    String note = missed ? "the run of " + planned.next() + " was missed" : "";
    if (missed && planned.schedule().missed() == Schedule.Missed.SKIP) {
      return planned.seen(Optional.empty(), note + " and left out", now, here);
    }
    try {
      String job = planned.actor().call(() -> jobs.start(planned.schedule().job()));
      return planned.seen(Optional.of(job), missed ? note + " and made up" : note, now, here);
    } catch (RuntimeException e) { // one that cannot start must not stop the others
      log.error("The schedule {} could not start its job", planned.schedule().name(), e);
      return planned.seen(Optional.empty(), "could not start: " + e.getMessage(), now, here);
    }
  }

  private void arm() {
    Instant look = clock.instant().plus(LOOK);
    Instant when =
        plan.values().stream()
            .map(Planned::next)
            .filter(look::isAfter)
            .min(Comparator.naturalOrder())
            .orElse(look);
    disarm();
    timer = Actor.SYSTEM.call(() -> timers.at("platform.jobs.schedules", when, this::tick));
  }

  @Override
  public synchronized void close() {
    closed = true;
    disarm();
  }

  private void disarm() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
