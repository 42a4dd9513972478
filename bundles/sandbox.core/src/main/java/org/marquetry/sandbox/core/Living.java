package org.marquetry.sandbox.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Event;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the world live on with the clock once its past is told: lives the days that begin, answers
/// what the suite did, sends what happens when its time comes.
@Component(service = Living.class)
public final class Living {
  private static final Logger log = LoggerFactory.getLogger(Living.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(5); // what is on its way to the journal
  private static final Duration KEEP = Duration.ofMinutes(30);
  private static final int BATCH = 5_000;

  private final Path home;
  private final Journal journal;
  private final InstantSource clock;
  private final Timers timers;
  private final ReentrantLock lock = new ReentrantLock(); // of everything below
  private Timers.@Nullable Timer timer;
  private @Nullable World world;
  private @Nullable Kept kept;
  private @Nullable Acts acts;
  private @Nullable Door door;
  private final List<Event> unsent = new ArrayList<>();
  private boolean relived;
  private final AtomicLong sent = new AtomicLong();

  @Activate
  public Living(
      BundleContext context,
      @Reference Journal journal,
      @Reference InstantSource clock,
      @Reference Timers timers) {
    home = Path.of(context.getProperty("marquetry.home"));
    this.journal = journal;
    this.clock = clock;
    this.timers = timers;
  }

  @Deactivate
  void stop() {
    lock.lock();
    try {
      if (timer != null) {
        timer.cancel();
      }
      if (door != null) {
        door.close();
      }
      world = null;
    } finally {
      lock.unlock();
    }
  }

  Path home() {
    return home;
  }

  /// Whether there is a world that lives.
  boolean isLiving() {
    lock.lock();
    try {
      return world != null;
    } finally {
      lock.unlock();
    }
  }

  /// The past goes through the door; called by the job.
  void telling(long events) {
    sent.set(events);
  }

  /// How many events went through the door.
  long sent() {
    return sent.get();
  }

  /// Where the journal stands.
  List<Long> ends() {
    return Actor.SYSTEM.call(journal::ends);
  }

  /// A world whose past is told lives from now on.
  void begin(World lived, Kept told) throws IOException {
    lock.lock();
    try {
      world = lived;
      kept = told;
      relived = false;
      acts = new Acts(journal, told.from());
      door = Door.of(home);
      timer = Actor.SYSTEM.call(() -> timers.every("sandbox.core.living", EVERY, this::tick));
    } finally {
      lock.unlock();
    }
  }

  /// Look at the world as it stands; empty while there is none.
  <T> Optional<T> read(Function<World, T> question) {
    lock.lock();
    try {
      return Optional.ofNullable(world).map(question);
    } finally {
      lock.unlock();
    }
  }

  private void tick() {
    if (!lock.isLocked()) { // else the last one is still at it
      catchUp();
    }
  }

  /// Send what has happened up to this moment: a clock that stands calls nobody.
  void catchUp() {
    lock.lock();
    try {
      live(clock.instant());
    } catch (IOException e) { // the door is shut at a restart; what is unsent stays
      log.warn("The synthetic shop waits: {}", e.getMessage());
    } finally {
      lock.unlock();
    }
  }

  private void live(Instant now) throws IOException {
    World living = world;
    Acts done = acts;
    if (living == null || done == null) {
      return;
    }
    live(living, done, now.minus(GRACE));
    if (!relived && kept != null) {
      living.take(kept.until()); // it went through the door before the restart
      relived = true;
    }
    unsent.addAll(living.take(now));
    send(now);
  }

  /// Live all days that began by a moment; what was done on a day is answered before the next one.
  static void live(World world, Acts acts, Instant moment) {
    while (true) {
      Instant next = world.season().start(world.day());
      acts.before(next).forEach(world::act);
      if (next.isAfter(moment)) {
        return;
      }
      world.live();
    }
  }

  private void send(Instant now) throws IOException {
    Door open = door;
    Kept before = kept;
    if (open == null || before == null) {
      return;
    }
    while (!unsent.isEmpty()) {
      List<Event> batch = unsent.subList(0, Math.min(BATCH, unsent.size()));
      open.send(batch);
      open.await();
      sent.addAndGet(batch.size());
      batch.clear();
    }
    if (now.isAfter(before.until().plus(KEEP))) {
      kept = before.told(before.from(), now.minus(KEEP));
      keep();
    }
  }

  private void keep() {
    try {
      if (kept != null) {
        kept.write(home);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
