package org.marquetry.bench.swap;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.bench.Folders;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/// Swaps one provider of a whole running suite, or every bundle that may be swapped, side by side
/// while clients call it, write through the HTTP door and read from it; then lets them go on as
/// long without swaps.
public final class SwapBench implements AutoCloseable {
  private static final String PROVIDER = "org.marquetry.profile.core";
  private static final Path REPOSITORY = Path.of("feature-repo/target/repository");

  private final RunningSuite suite;
  private final Orders orders;
  private final OpenPage open;
  private final int swaps;
  private final boolean all;
  private final Optional<String> only;
  private final List<Gone> old = new ArrayList<>();
  private Bundle current;
  private int version;
  private volatile String swapping = "";
  private int provided;

  private SwapBench(
      RunningSuite suite, Orders orders, int swaps, boolean all, Optional<String> only) {
    this.suite = suite;
    this.orders = orders;
    this.open = new OpenPage(suite.address(), suite.token());
    this.swaps = swaps;
    this.all = all;
    this.only = only;
    this.current = suite.bundle(PROVIDER);
  }

  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    int count = words.indexOf("--count");
    int swaps =
        count >= 0 ? Integer.parseInt(words.get(count + 1)) : words.contains("--quick") ? 20 : 100;
    int named = words.indexOf("--only");
    Optional<String> only = named < 0 ? Optional.empty() : Optional.of(words.get(named + 1));
    boolean all = only.isPresent() || words.contains("--all");
    Path home = Folders.make("swap").toAbsolutePath();
    boolean clean;
    try (RunningSuite suite = RunningSuite.start(REPOSITORY, home, "suite");
        Orders orders = new Orders(suite.address(), home.resolve("run/token"));
        SwapBench bench = new SwapBench(suite, orders, swaps, all, only)) {
      clean = bench.run(home);
    }
    Folders.delete(home);
    System.exit(clean ? 0 : 1);
  }

  /// End the browser.
  @Override
  public void close() {
    open.close();
  }

  private boolean run(Path home) throws IOException, InterruptedException {
    for (int i = 0; i < Orders.CUSTOMERS; i++) {
      orders.send();
    }
    suite.testBundle("bench.client").with(ProfileClient.class, Orders.class).start();
    Callable<Boolean> service = serviceClient();
    Map<String, List<Callable<Boolean>>> kinds = new LinkedHashMap<>();
    kinds.put("service", List.of(service, service, service, service));
    kinds.put("ingest", List.of(orders::send, orders::send));
    kinds.put("http", List.of(orders::read));
    kinds.put("page", List.of(open));
    open.call();
    provided = current.getRegisteredServices().length;
    try (AllBundles bundles = new AllBundles(suite, home.resolve("run/token"), only)) {
      int warm = all ? 2 * bundles.names().size() : 5; // first times load classes of the frame
      try (Phase warming = phase(kinds)) {
        swap(warming, bundles, 0, warm);
      }
      List<String> heldBefore = held();
      Left before = Left.now();
      Phase swapped = phase(kinds);
      long begin = System.nanoTime();
      try (swapped) {
        swap(swapped, bundles, warm, swaps);
      }
      Phase quiet = phase(kinds);
      try (quiet) {
        LockSupport.parkNanos(System.nanoTime() - begin);
      }
      open.close();
      long lost = lostEvents();
      List<String> held = held();
      print(swapped, quiet, before, Left.now(), heldBefore, held, lost, bundles);
      return swapped.failed() == 0 && lost == 0;
    }
  }

  private Phase phase(Map<String, List<Callable<Boolean>>> calls) {
    Map<String, Clients> kinds = new LinkedHashMap<>();
    calls.forEach((kind, some) -> kinds.put(kind, new Clients(some, () -> swapping)));
    return new Phase(kinds);
  }

  /// The clients of one part of the run, by kind of call.
  private record Phase(Map<String, Clients> kinds) implements AutoCloseable {
    long failed() {
      return kinds.values().stream().mapToLong(Clients::failed).sum();
    }

    Clients of(String kind) {
      return java.util.Objects.requireNonNull(kinds.get(kind));
    }

    @Override
    public void close() {
      kinds.values().forEach(Clients::close);
    }
  }

  /// What a swap might leave behind.
  private record Left(int classes, int threads, long handles) {
    static Left now() {
      System.gc();
      var system = ManagementFactory.getOperatingSystemMXBean();
      return new Left(
          ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          system instanceof UnixOperatingSystemMXBean unix
              ? unix.getOpenFileDescriptorCount()
              : -1);
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

  private void swap(Phase phase, AllBundles bundles, int first, int times)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      swapping = all ? bundles.name(first + i) : PROVIDER;
      old.add(all ? bundles.swap(first + i) : swapProvider());
      Clients service = phase.of("service");
      long before = service.good();
      Felix.until("clients go on", () -> service.good() >= before + 7);
    }
  }

  private Gone swapProvider() {
    version++;
    Bundle next = suite.startCopy(PROVIDER, "0.1." + version);
    Felix.until("it provides", () -> provides(next));
    Gone gone = Gone.of(current);
    suite.remove(current);
    current = next;
    return gone;
  }

  /// Every version has the same number of services once it is up.
  private boolean provides(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    return services != null && services.length == provided;
  }

  /// The removed bundles whose class loaders are still in memory.
  private List<String> held() {
    suite.awaitReplacedGone();
    List<String> held = old.stream().map(Gone::name).toList();
    for (int i = 0; i < 10 && !held.isEmpty(); i++) {
      System.gc();
      held = old.stream().filter(Gone::isHeld).map(Gone::name).toList();
    }
    return held;
  }

  private void print(
      Phase swapped,
      Phase quiet,
      Left before,
      Left after,
      List<String> heldBefore,
      List<String> held,
      long lost,
      AllBundles bundles) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("swaps", swaps);
    result.put("bundles", all ? bundles.names() : List.of(PROVIDER));
    result.put("failedCalls", swapped.failed());
    result.put("lostEvents", lost);
    Map<String, Object> kinds = new LinkedHashMap<>();
    swapped.kinds.forEach((kind, clients) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("calls", clients.good());
      one.put("failed", clients.failed());
      one.put("longestGapMs", clients.longest().getFirst().millis());
      one.put("callsWithoutSwaps", quiet.of(kind).good());
      one.put("longestGapWithoutSwapsMs", quiet.of(kind).longest().getFirst().millis());
      one.put("longestGaps", clients.longest().stream().map(Clients.Gap::toString).toList());
      kinds.put(kind, one);
    });
    result.put("kinds", kinds);
    result.put("events", orders.acknowledged());
    result.put("classesBefore", before.classes);
    result.put("classesAfter", after.classes);
    result.put("threadsBefore", before.threads);
    result.put("threadsAfter", after.threads);
    result.put("handlesBefore", before.handles);
    result.put("handlesAfter", after.handles);
    result.put("oldClassLoadersBefore", heldBefore);
    result.put("oldClassLoaders", held);
    System.out.println(Json.line(result));
  }
}
