package org.marquetry.feature.core;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Capability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes bundles away in two steps: they are stopped at once, and uninstalled [#GRACE] later or
/// before the next change. A request that still runs in one may need a class that it has not loaded
/// yet, and an uninstalled bundle has none.
///
/// A bundle that gives others anything but services goes in one step, with those of the bundles
/// that use it: while it is installed, the framework might choose its packages for another. Nothing
/// is remembered but in the framework: a bundle that leaves never has its turn to start, its start
/// level being above the highest, and the launcher knows no such bundle at the next start.
final class Leaving {
  /// How long the classes of a stopped bundle stay.
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Leaving.class);
  private static final long REFRESH_SECONDS = 15;

  /// Above the highest, see `FeatureBundle`.
  private static final int NEVER = 101;

  /// What nobody is bound to, or only those whom the closure of dependencies names.
  private static final Set<String> HARMLESS =
      Set.of(
          IdentityNamespace.IDENTITY_NAMESPACE,
          BundleNamespace.BUNDLE_NAMESPACE,
          HostNamespace.HOST_NAMESPACE,
          "osgi.service");

  private final BundleContext context;
  private final Consumer<String> gone;
  private final Timers timers;
  private final ReentrantLock changes;
  private Timers.@Nullable Timer timer;

  /// @param gone told the location of each bundle that was uninstalled
  /// @param changes held while bundles go
  Leaving(BundleContext context, Consumer<String> gone, Timers timers, ReentrantLock changes) {
    this.context = context;
    this.gone = gone;
    this.timers = timers;
    this.changes = changes;
  }

  /// Whether a bundle was stopped for ever.
  static boolean is(Bundle bundle) {
    return bundle.getState() != Bundle.UNINSTALLED
        && bundle.adapt(BundleStartLevel.class).getStartLevel() == NEVER;
  }

  /// Stop these bundles. Their classes stay for a while where that is safe.
  ///
  /// @throws FeatureException if one cannot be removed
  void take(Collection<Bundle> bundles) {
    List<Bundle> giving = bundles.stream().filter(b -> !givesNothing(b)).toList();
    Collection<Bundle> touched = wiring().getDependencyClosure(giving);
    List<Bundle> atOnce =
        bundles.stream().filter(b -> touched.contains(b) || !isStopped(b)).toList();
    uninstall(atOnce);
    if (atOnce.size() < bundles.size()) {
      endAfterGrace();
    }
  }

  private boolean givesNothing(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision.getWiring() != null
        && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) == 0
        && revision.getDeclaredCapabilities(null).stream()
            .map(Capability::getNamespace)
            .allMatch(HARMLESS::contains)
        && wiring().getDependencyClosure(List.of(bundle)).size() == 1;
  }

  private static boolean isStopped(Bundle bundle) {
    try {
      bundle.stop();
      bundle.adapt(BundleStartLevel.class).setStartLevel(NEVER);
      return true;
    } catch (BundleException e) {
      log.warn("{} does not stop well and is removed at once", Probe.name(bundle), e);
      return false;
    }
  }

  private void endAfterGrace() {
    Timers.Timer[] own = new Timers.Timer[1];
    Runnable end =
        () -> {
          changes.lock();
          try {
            if (own[0].equals(timer)) end(); // else another change came first
          } finally {
            changes.unlock();
          }
        };
    own[0] = Actor.SYSTEM.call(() -> timers.poll("feature.core.leaving", GRACE, end));
    timer = own[0];
  }

  /// Uninstall all that leave, now.
  void end() {
    Optional.ofNullable(timer).ifPresent(Timers.Timer::cancel);
    timer = null;
    uninstall(Arrays.stream(context.getBundles()).filter(Leaving::is).toList());
  }

  /// Uninstall all that leave, unless a change is being made just now.
  void close() {
    if (changes.tryLock()) {
      try {
        end();
      } finally {
        changes.unlock();
      }
    }
  }

  /// Remove bundles in one step.
  ///
  /// @throws FeatureException if one cannot be removed
  void uninstall(Collection<Bundle> bundles) {
    if (bundles.isEmpty()) return;
    try {
      for (Bundle bundle : bundles) bundle.uninstall();
      var refreshed = new CountDownLatch(1);
      wiring().refreshBundles(bundles, _ -> refreshed.countDown());
      if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        throw new FeatureException(
            Reason.FAILED,
            new Words(
                "框架没有在 " + REFRESH_SECONDS + " 秒内放开 " + bundles,
                "the framework did not let go of "
                    + bundles
                    + " within "
                    + REFRESH_SECONDS
                    + " s"));
      }
      bundles.forEach(bundle -> gone.accept(bundle.getLocation()));
    } catch (BundleException e) {
      throw new FeatureException(
          Reason.FAILED,
          new Words("无法移除部件：" + e.getMessage(), "cannot remove a bundle: " + e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeatureException(
          Reason.FAILED, new Words("移除部件时被中断", "interrupted while removing bundles"), e);
    }
  }

  private FrameworkWiring wiring() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }
}
