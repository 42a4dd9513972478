package org.marquetry.bench.swap;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.bench.Folders;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/// Swaps one provider of a whole running suite side by side while clients call it, write through
/// the HTTP door and read from it; then lets them go on as long without swaps.
public final class SwapBench {
  private static final String PROVIDER = "org.marquetry.profile.core";
  private static final Path REPOSITORY = Path.of("feature-repo/target/repository");

  private final RunningSuite suite;
  private final Orders orders;
  private final OpenPage open;
  private final int swaps;
  private final List<WeakReference<ClassLoader>> old = new ArrayList<>();
  private int version;
  private int provided;

  private SwapBench(RunningSuite suite, Orders orders, int swaps) {
    this.suite = suite;
    this.orders = orders;
    this.open = new OpenPage(suite.address(), suite.token());
    this.swaps = swaps;
  }

  public static void main(String[] arguments) throws Exception {
    int swaps = List.of(arguments).contains("--quick") ? 20 : 100;
    Path home = Folders.make("swap").toAbsolutePath();
    boolean clean;
    try (RunningSuite suite = RunningSuite.start(REPOSITORY, home, "suite");
        Orders orders = new Orders(suite.address(), home.resolve("run/token"))) {
      clean = new SwapBench(suite, orders, swaps).run();
    }
    Folders.delete(home);
    System.exit(clean ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    for (int i = 0; i < Orders.CUSTOMERS; i++) {
      orders.send();
    }
    suite.testBundle("bench.client").with(ProfileClient.class, Orders.class).start();
    Callable<Boolean> service = serviceClient();
    List<Callable<Boolean>> calls =
        List.of(service, service, service, service, orders::send, orders::send, orders::read);
    List<Callable<Boolean>> page = List.of(open);
    open.call();
    provided = suite.bundle(PROVIDER).getRegisteredServices().length;
    Bundle current = warmUp(calls, suite.bundle(PROVIDER));
    int classesBefore = loadedClasses();
    Phase swapped = new Phase(calls, page);
    long begin = System.nanoTime();
    try (swapped) {
      swap(swapped.calls(), current, swaps);
    }
    Phase quiet = new Phase(calls, page);
    try (quiet) {
      LockSupport.parkNanos(System.nanoTime() - begin);
    }
    open.close();
    long lost = lostEvents();
    print(swapped, quiet, classesBefore, loadedClasses(), oldLoaders(), lost);
    return swapped.failed() == 0 && lost == 0;
  }

  /// The clients of one part of the run; the page is slower than the others and counted apart.
  private record Phase(Clients calls, Clients page) implements AutoCloseable {
    Phase(List<Callable<Boolean>> calls, List<Callable<Boolean>> page) {
      this(new Clients(calls), new Clients(page));
    }

    long failed() {
      return calls.failed() + page.failed();
    }

    @Override
    public void close() {
      calls.close();
      page.close();
    }
  }

  /// Acknowledged orders that no customer has; negative: orders that count twice.
  private long lostEvents() throws IOException, InterruptedException {
    long missing = Long.MAX_VALUE;
    for (int i = 0; i < 100 && missing != 0; i++) { // the projection follows within moments
      LockSupport.parkNanos(50_000_000);
      missing = orders.acknowledged() - orders.counted();
    }
    return missing;
  }

  private Callable<Boolean> serviceClient() {
    ServiceReference<?>[] found = new ServiceReference<?>[1];
    Felix.until(
        "the client is there",
        () -> {
          found[0] = suite.context().getServiceReference(Callable.class);
          return found[0] != null;
        });
    @SuppressWarnings("unchecked") // the only Callable here
    Callable<Boolean> client = (Callable<Boolean>) suite.context().getService(found[0]);
    return client;
  }

  /// The first swaps load classes of the framework and of the gate itself.
  private Bundle warmUp(List<Callable<Boolean>> calls, Bundle current) {
    try (Clients warming = new Clients(calls)) {
      return swap(warming, current, 5);
    }
  }

  private Bundle swap(Clients clients, Bundle first, int times) {
    Bundle current = first;
    for (int i = 0; i < times; i++) {
      version++;
      Bundle next = suite.startCopy(PROVIDER, "0.1." + version);
      Felix.until("it provides", () -> provides(next));
      old.add(new WeakReference<>(current.adapt(BundleWiring.class).getClassLoader()));
      suite.remove(current);
      current = next;
      long before = clients.good();
      Felix.until("clients go on", () -> clients.good() >= before + 7);
    }
    return current;
  }

  /// Every version has the same number of services once it is up.
  private boolean provides(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    return services != null && services.length == provided;
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

  private void print(Phase swapped, Phase quiet, int before, int after, int loaders, long lost) {
    System.out.printf(
        """
        {"swaps": %d, "failedCalls": %d, "lostEvents": %d, "longestGapMs": %d, \
        "longestGapWithoutSwapsMs": %d, "longestPageGapMs": %d, "longestPageGapWithoutSwapsMs": %d, \
        "classesBefore": %d, "classesAfter": %d, "oldClassLoaders": %d, "calls": %d, \
        "callsWithoutSwaps": %d, "pageCalls": %d, "events": %d, \
        "clients": {"service": 4, "http": 3, "page": 1}, "provider": "%s"}
        """,
        swaps,
        swapped.failed(),
        lost,
        swapped.calls().longestGapMillis(),
        quiet.calls().longestGapMillis(),
        swapped.page().longestGapMillis(),
        quiet.page().longestGapMillis(),
        before,
        after,
        loaders,
        swapped.calls().good(),
        quiet.calls().good(),
        swapped.page().good(),
        orders.acknowledged(),
        PROVIDER);
  }
}
