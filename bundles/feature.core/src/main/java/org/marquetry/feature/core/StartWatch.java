package org.marquetry.feature.core;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.feature.Pointer;
import org.marquetry.lib.feature.QuarantineFile;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the suite after its start until it is well: then the state that it started counts, and
/// is one to which `run --safe` returns. A state that is tried and does not get well within a
/// minute is given up, and the suite starts again in the one before.
final class StartWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StartWatch.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int ALL_STARTED = 100;

  private final BundleContext context;
  private final StateStore store;
  private final QuarantineFile quarantine;
  private final Wellness wellness;
  private final Timers timers;
  private final ReentrantLock changes;
  private Timers.@Nullable Timer timer;
  private long started; // touched by the timer only
  private volatile boolean over;
  private volatile @Nullable Duration took;

  /// @param changes held while the pointer is written: changes write it too
  StartWatch(
      BundleContext context,
      StateStore store,
      QuarantineFile quarantine,
      Wellness wellness,
      Timers timers,
      ReentrantLock changes) {
    this.changes = changes;
    this.context = context;
    this.store = store;
    this.quarantine = quarantine;
    this.wellness = wellness;
    this.timers = timers;
    over = true;
  }

  /// Look until the suite is well.
  ///
  /// @param state that it was started in
  synchronized void follow(long state) {
    over = false;
    timer = Actor.SYSTEM.call(() -> timers.poll("feature.core.start", LOOK, () -> look(state)));
  }

  private void look(long state) {
    boolean up = system().adapt(FrameworkStartLevel.class).getStartLevel() >= ALL_STARTED;
    if (over || !up) {
      return;
    }
    if (started == 0) {
      started = System.nanoTime();
    }
    Optional<Words> wrong = wellness.absent(bundles());
    boolean patient = System.nanoTime() - started <= PATIENCE_NANOS;
    if (wrong.isPresent() && patient) {
      return;
    }
    changes.lock();
    try {
      end();
      if (wrong.isPresent()) {
        unwell(state, wrong.get().en());
      } else {
        took = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        well(state);
      }
    } finally {
      changes.unlock();
    }
  }

  private List<Bundle> bundles() {
    Set<String> held = quarantine.checksums();
    return Arrays.stream(context.getBundles())
        .filter(b -> Location.of(b).filter(l -> !held.contains(l.checksum())).isPresent())
        .toList();
  }

  private void well(long state) {
    if (isSafe()) {
      return;
    }
    Pointer pointer = store.pointer();
    boolean tried = isTried(pointer, state);
    store.point((tried ? pointer.committed(state) : pointer).seenHealthy(state));
    if (tried) {
      store.tidy();
    }
  }

  private static boolean isTried(Pointer pointer, long state) {
    return pointer.trial().filter(n -> n == state).isPresent();
  }

  private void unwell(long state, String why) {
    Pointer pointer = store.pointer();
    if (isSafe() || !isTried(pointer, state)) {
      log.warn("The suite is not well a minute after its start: {}", why);
    } else if (pointer.current().isEmpty()) {
      log.warn("The suite is not well a minute after its first start: {}", why);
      store.point(pointer.committed(state)); // there is no other
    } else {
      log.error("State {} is given up, the one before starts again: {}", state, why);
      store.point(pointer.refused(why));
      again();
    }
  }

  private boolean isSafe() {
    return Boolean.parseBoolean(context.getProperty("marquetry.safe"));
  }

  private Bundle system() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
  }

  private synchronized void end() {
    over = true;
    if (timer != null) {
      timer.cancel();
    }
  }

  /// Whether it is decided how the start went.
  boolean isOver() {
    return over;
  }

  /// How long the start took.
  Optional<Duration> took() {
    return Optional.ofNullable(took);
  }

  /// Have the launcher start the suite again.
  void again() {
    try {
      for (ServiceReference<Runnable> reference :
          context.getServiceReferences(Runnable.class, "(marquetry.restart=true)")) {
        Runnable restart = context.getService(reference);
        if (restart != null) {
          restart.run();
          return;
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("the filter is a constant", e);
    }
    throw new FeatureException(
        Reason.FAILED,
        new Words(
            "此进程无法重启系统；请手动停止并启动",
            "this process cannot start the suite again; stop and start it by hand"));
  }

  @Override
  public void close() {
    end();
  }
}
