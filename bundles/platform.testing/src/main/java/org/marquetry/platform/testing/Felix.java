package org.marquetry.platform.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/// A running Felix with declarative services and ConfigAdmin, in a temporary folder. Everything
/// that waits gives up after [#PATIENCE] with an [AssertionError] that says what it waited for.
public final class Felix implements AutoCloseable {
  /// How long anything is waited for.
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String ADMIN = "org.osgi.service.cm.ConfigurationAdmin";
  private static final List<String> BASE =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component",
          "org.apache.felix.configadmin",
          "org.apache.felix.scr");

  private final Framework framework;
  private final BundleContext view;
  private final ClassPath classPath;
  private final Optional<Path> storage; // empty: not ours to end

  private Felix(
      Framework framework, BundleContext view, ClassPath classPath, Optional<Path> storage) {
    this.framework = framework;
    this.view = view;
    this.classPath = classPath;
    this.storage = storage;
  }

  /// Start a framework.
  ///
  /// @param properties framework properties, on top of those it needs
  public static Felix start(Map<String, String> properties) {
    ClassPath classPath = ClassPath.current();
    try {
      Path storage = Files.createTempDirectory("marquetry-felix");
      Map<String, String> all = new HashMap<>(properties);
      all.put(Constants.FRAMEWORK_STORAGE, storage.toString());
      all.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, classPath.sharedPackages());
      Framework framework =
          ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(all);
      framework.start();
      Felix felix =
          new Felix(framework, framework.getBundleContext(), classPath, Optional.of(storage));
      felix.start(BASE.toArray(String[]::new));
      return felix;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the framework's cache", e);
    } catch (BundleException e) {
      throw new IllegalStateException("the framework does not start", e);
    }
  }

  /// A framework that somebody else ends.
  static Felix of(Framework running, ClassPath classPath) {
    return new Felix(running, running.getBundleContext(), classPath, Optional.empty());
  }

  /// Return the same framework as a bundle sees it: its services are those that the bundle may see.
  public Felix as(Bundle bundle) {
    return new Felix(framework, bundle.getBundleContext(), classPath, storage);
  }

  /// Return the context of the bundle that looks, at first the system bundle.
  public BundleContext context() {
    return view;
  }

  /// Install a bundle of the class path; it is not started.
  ///
  /// @throws IllegalArgumentException if the class path has no bundle of this name
  public Bundle install(String symbolicName) {
    try {
      return framework.getBundleContext().installBundle(classPath.bundle(symbolicName).location());
    } catch (BundleException e) {
      throw new IllegalStateException("cannot install " + symbolicName, e);
    }
  }

  /// Install bundles of the class path, then start them in this order; the last is returned.
  public Bundle start(String... symbolicNames) {
    List<Bundle> bundles = Stream.of(symbolicNames).map(this::install).toList();
    for (Bundle bundle : bundles) {
      try {
        bundle.start();
      } catch (BundleException e) {
        throw new IllegalStateException("cannot start " + bundle, e);
      }
    }
    return bundles.getLast();
  }

  /// Install and start a copy of a bundle of the class path under another version, beside those
  /// that are there: the first half of a swap, [#remove] is the second.
  ///
  /// @throws IllegalArgumentException if the class path has no bundle of this name
  public Bundle startCopy(String symbolicName, String version) {
    try {
      Bundle bundle =
          framework
              .getBundleContext()
              .installBundle(
                  "copy:" + symbolicName + "-" + version,
                  new ByteArrayInputStream(classPath.bundle(symbolicName).withVersion(version)));
      bundle.start();
      return bundle;
    } catch (BundleException e) {
      throw new IllegalStateException("cannot start " + symbolicName + " " + version, e);
    }
  }

  /// Configure a component, as the operator's files do.
  public void configure(String pid, Map<String, ?> values) {
    // By reflection: the framework has its own class of the service.
    BundleContext context = framework.getBundleContext();
    try {
      ServiceReference<?> admin = context.getAllServiceReferences(ADMIN, null)[0];
      Class<?> type = admin.getBundle().loadClass(ADMIN);
      Object configuration =
          type.getMethod("getConfiguration", String.class, String.class)
              .invoke(context.getService(admin), pid, "?");
      admin
          .getBundle()
          .loadClass("org.osgi.service.cm.Configuration")
          .getMethod("update", Dictionary.class)
          .invoke(configuration, FrameworkUtil.asDictionary(values));
    } catch (ReflectiveOperationException | InvalidSyntaxException e) {
      throw new IllegalStateException("cannot configure " + pid, e);
    }
  }

  /// Begin a small bundle of the test's own classes.
  public TestBundle bundle(String symbolicName) {
    return new TestBundle(framework.getBundleContext(), classPath, symbolicName);
  }

  /// Stop and uninstall bundles and let go of their classes.
  public void remove(Bundle... bundles) {
    try {
      for (Bundle bundle : bundles) {
        bundle.stop();
        bundle.uninstall();
      }
      CountDownLatch refreshed = new CountDownLatch(1);
      framework
          .adapt(FrameworkWiring.class)
          .refreshBundles(List.of(bundles), _ -> refreshed.countDown());
      if (!refreshed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("no refresh of " + List.of(bundles) + " within " + PATIENCE);
      }
    } catch (BundleException e) {
      throw new IllegalStateException("cannot remove " + List.of(bundles), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while removing " + List.of(bundles), e);
    }
  }

  /// Wait for the best service of a type.
  public <T> T await(Class<T> type) {
    return await(type, "(objectClass=*)");
  }

  /// Wait for the best service of a type that matches a filter.
  public <T> T await(Class<T> type, String filter) {
    try {
      ServiceTracker<T, T> tracker =
          new ServiceTracker<>(
              view,
              view.createFilter("(&(objectClass=" + type.getName() + ")" + filter + ")"),
              null);
      tracker.open();
      try {
        T service = tracker.waitForService(PATIENCE.toMillis());
        if (service == null) {
          throw new AssertionError(
              "no " + type.getName() + " " + filter + " within " + PATIENCE + "; " + bundles());
        }
        return service;
      } finally {
        tracker.close();
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException("not a filter: " + filter, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + type.getName(), e);
    }
  }

  /// Return how many services of a type match a filter now, as the looking bundle sees it.
  public int count(Class<?> type, String filter) {
    try {
      return view.getServiceReferences(type, filter).size();
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException("not a filter: " + filter, e);
    }
  }

  /// Wait until a condition holds; it is asked every millisecond.
  ///
  /// @param what what is waited for, for the message
  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("waited " + PATIENCE + " in vain until " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private String bundles() {
    return Stream.of(framework.getBundleContext().getBundles())
        .filter(b -> b.getState() != Bundle.ACTIVE)
        .map(b -> b + " is not active")
        .toList()
        .toString();
  }

  /// Stop the framework and delete its folder; one of a suite goes on.
  @Override
  public void close() {
    storage.ifPresent(this::end);
  }

  private void end(Path folder) {
    try {
      framework.stop();
      framework.waitForStop(PATIENCE.toMillis());
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
      }
    } catch (BundleException | IOException e) {
      throw new IllegalStateException("the framework does not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
