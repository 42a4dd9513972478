package org.marquetry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

/// The running framework and its bundles.
final class Suite {
  private static final long STOP_MILLIS = 20_000;

  /// Property of the `Runnable` by which the feature manager has the suite start again.
  private static final String RESTART = "marquetry.restart";

  private final Framework framework;
  private final ConcurrentLinkedQueue<FrameworkEvent> errors = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean again = new AtomicBoolean();

  private Suite(Framework framework) {
    this.framework = framework;
  }

  /// Start the framework: bring its bundles in line with the plan, then start them level by level.
  ///
  /// @param properties framework properties
  /// @param out where results of commands go; messages go to standard error
  /// @param known told of the suite before it starts, so that it can be stopped meanwhile
  static Suite start(
      StartPlan plan,
      Map<String, String> properties,
      PrintStream out,
      PrintStream err,
      Consumer<Suite> known) {
    Framework framework = new FrameworkFactory().newFramework(properties);
    Suite suite = new Suite(framework);
    known.accept(suite);
    try {
      framework.init(suite::listen);
      BundleContext context = framework.getBundleContext();
      context.registerService(
          PrintStream.class, out, FrameworkUtil.asDictionary(Map.of("marquetry.stream", "out")));
      context.registerService(
          PrintStream.class, err, FrameworkUtil.asDictionary(Map.of("marquetry.stream", "err")));
      context.registerService(
          Runnable.class, suite::startAgain, FrameworkUtil.asDictionary(Map.of(RESTART, true)));
      context.addFrameworkListener(suite::listen);
      for (Bundle bundle : context.getBundles()) {
        if (bundle.getBundleId() != 0 && !plan.bundles().containsKey(bundle.getLocation()))
          bundle.uninstall();
      }
      List<Bundle> starting = new ArrayList<>();
      for (Map.Entry<String, StartPlan.Entry> entry : plan.bundles().entrySet()) {
        Bundle bundle = install(context, entry.getKey(), entry.getValue());
        bundle.adapt(BundleStartLevel.class).setStartLevel(entry.getValue().startLevel());
        boolean fragment =
            (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        if (plan.isHeld(entry.getKey())) bundle.stop(); // it was meant to start, once
        else if (!fragment) starting.add(bundle);
      }
      for (Bundle bundle : starting) bundle.start(Bundle.START_ACTIVATION_POLICY);
      framework.start();
      return suite;
    } catch (BundleException | IOException e) {
      suite.stop();
      throw Problem.failure("the suite cannot start: " + e.getMessage());
    }
  }

  private static Bundle install(BundleContext context, String location, StartPlan.Entry entry)
      throws BundleException, IOException {
    Bundle there = context.getBundle(location);
    if (there != null) return there;
    if (location.startsWith("reference:")) return context.installBundle(location);
    try (InputStream jar = Files.newInputStream(entry.jar())) {
      return context.installBundle(location, jar);
    }
  }

  private void listen(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.ERROR) errors.add(event);
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  /// The errors that starting brought, one line each.
  List<String> errors() {
    return errors.stream()
        .map(e -> e.getBundle().getSymbolicName() + ": " + innermost(e.getThrowable()))
        .distinct()
        .toList();
  }

  private static String innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) cause = cause.getCause();
    return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
  }

  /// Stop all bundles, last started first, and wait until they have drained.
  void stop() {
    try {
      framework.stop();
      framework.waitForStop(STOP_MILLIS);
    } catch (BundleException e) {
      throw Problem.failure("the suite did not stop cleanly: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgain() {
    again.set(true);
    try {
      framework.stop(); // by a thread of its own
    } catch (BundleException e) {
      throw new IllegalStateException("the suite cannot be stopped to start again", e);
    }
  }

  /// Whether it was stopped to start again.
  boolean isToStartAgain() {
    return again.get();
  }

  /// Wait until the framework is stopped from inside or outside.
  void awaitStop() throws InterruptedException {
    framework.waitForStop(0);
  }
}
