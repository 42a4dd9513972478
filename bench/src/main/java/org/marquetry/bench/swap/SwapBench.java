package org.marquetry.bench.swap;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.platform.testing.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/// Swaps one provider side by side while clients call it, then lets them call as long without
/// swaps.
public final class SwapBench {
  private static final String PROVIDER = "org.marquetry.experiment.core";
  private static final int CLIENTS = 8;

  private final Felix felix;
  private final int swaps;
  private final List<WeakReference<ClassLoader>> old = new ArrayList<>();
  private int version;

  private SwapBench(Felix felix, int swaps) {
    this.felix = felix;
    this.swaps = swaps;
  }

  public static void main(String[] arguments) {
    int swaps = List.of(arguments).contains("--quick") ? 20 : 100;
    boolean clean;
    try (Felix felix = Felix.start(Map.of())) {
      clean = new SwapBench(felix, swaps).run();
    }
    System.exit(clean ? 0 : 1);
  }

  private boolean run() {
    felix.start(
        "org.marquetry.shop.api",
        "org.marquetry.platform.api",
        "org.marquetry.warehouse.api",
        "org.marquetry.experiment.api",
        "org.marquetry.lab.api",
        "org.marquetry.platform.gate");
    Bundle current = startNext();
    felix.bundle("bench.client").with(AssignmentClient.class).start();
    @SuppressWarnings("unchecked") // the only Callable here
    Callable<Boolean> client = felix.await(Callable.class);
    current = warmUp(client, current);
    int classesBefore = loadedClasses();
    Clients swapped = new Clients(CLIENTS, client);
    long begin = System.nanoTime();
    try (swapped) {
      swap(swapped, current, swaps);
    }
    Clients quiet = callFor(System.nanoTime() - begin, client);
    int left = oldLoaders();
    print(swapped, quiet, classesBefore, loadedClasses(), left);
    return swapped.failed() == 0;
  }

  /// The first swaps load classes of the framework and of the gate itself.
  private Bundle warmUp(Callable<Boolean> client, Bundle current) {
    try (Clients warming = new Clients(CLIENTS, client)) {
      return swap(warming, current, 5);
    }
  }

  private Bundle swap(Clients clients, Bundle first, int times) {
    Bundle current = first;
    for (int i = 0; i < times; i++) {
      Bundle next = startNext();
      old.add(new WeakReference<>(current.adapt(BundleWiring.class).getClassLoader()));
      felix.remove(current);
      current = next;
      long before = clients.good();
      Felix.until("clients go on", () -> clients.good() >= before + CLIENTS);
    }
    return current;
  }

  private Bundle startNext() {
    version++;
    Bundle bundle = felix.startCopy(PROVIDER, "0.1." + version);
    Felix.until("it provides", () -> bundle.getRegisteredServices() != null);
    return bundle;
  }

  private static Clients callFor(long nanos, Callable<Boolean> client) {
    Clients clients = new Clients(CLIENTS, client);
    long end = System.nanoTime() + nanos;
    try (clients) {
      while (end - System.nanoTime() > 0) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    }
    return clients;
  }

  /// Return how many class loaders of removed versions are still in memory.
  private int oldLoaders() {
    int left = old.size();
    for (int i = 0; i < 10 && left > 0; i++) {
      System.gc();
      left = (int) old.stream().filter(reference -> reference.get() != null).count();
    }
    return left;
  }

  private static int loadedClasses() {
    System.gc();
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  private void print(Clients swapped, Clients quiet, int before, int after, int oldLoaders) {
    System.out.printf(
        """
        {"swaps": %d, "failedCalls": %d, "lostEvents": null, "longestGapMs": %d, \
        "longestGapWithoutSwapsMs": %d, "classesBefore": %d, "classesAfter": %d, \
        "oldClassLoaders": %d, "calls": %d, "callsWithoutSwaps": %d, "clients": %d, \
        "provider": "%s", "notCovered": "HTTP, an open page and events: null until their doors are in"}
        """,
        swaps,
        swapped.failed(),
        swapped.longestGapMillis(),
        quiet.longestGapMillis(),
        before,
        after,
        oldLoaders,
        swapped.good() + swapped.failed(),
        quiet.good() + quiet.failed(),
        CLIENTS,
        PROVIDER);
  }
}
