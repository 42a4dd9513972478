package org.marquetry.bench.demo;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.marquetry.bench.Folders;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.ServiceReference;

/// Starts the demo on a fresh home, sets it up and follows its past into journal, warehouse and
/// live profiles.
public final class LoadBench {
  private static final Path REPOSITORY = Path.of("feature-repo/target/repository");
  private static final String PROBE = "bench.demo";
  private static final long PATIENCE_SECONDS = 500;
  private static final long LARGE_SECONDS = 420;

  private LoadBench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = List.of(arguments);
    boolean kept = all.contains("--home"); // of a run that is killed and goes on
    boolean large = all.contains("large");
    int customers =
        kept
            ? Integer.parseInt(all.getLast())
            : (large ? 1_000_000 : 20_000) / (all.contains("--quick") ? 10 : 1);
    Path home = kept ? Path.of(all.get(1)) : Folders.make("demo").toAbsolutePath();
    String shop = "\"org.marquetry.sandbox.core\": {\"customers\": %d}".formatted(customers);
    boolean loaded;
    try (RunningSuite suite = RunningSuite.start(REPOSITORY, home, "demo", shop)) {
      suite.testBundle(PROBE).with(LoadProbe.class).start();
      Callable<long[]> probe = probe(suite);
      if (kept) {
        probe = noting(probe, home.resolve("come"));
      }
      loaded = large ? grow(probe) : follow(probe, customers, !kept);
      if (kept && loaded) {
        long[] held = supplier(suite).get();
        Files.writeString(home.resolve("held"), held[0] + " " + held[1] + " " + held[2]);
      }
    }
    if (!kept) {
      Folders.delete(home);
    }
    System.exit(loaded ? 0 : 1);
  }

  /// Note with each look how many events have come, for whoever kills this process.
  private static Callable<long[]> noting(Callable<long[]> probe, Path file) {
    return () -> {
      long[] now = probe.call();
      Files.writeString(file, Long.toString(now[1]));
      return now;
    };
  }

  @SuppressWarnings("unchecked") // what the probe is
  private static Callable<long[]> probe(RunningSuite suite) {
    Felix.until("the probe is there", () -> own(suite, Callable.class).isPresent());
    return (Callable<long[]>) own(suite, Callable.class).orElseThrow();
  }

  @SuppressWarnings("unchecked") // what the probe is
  private static Supplier<long[]> supplier(RunningSuite suite) {
    return (Supplier<long[]>) own(suite, Supplier.class).orElseThrow();
  }

  /// The service that the probe's bundle offers; empty when it is not there yet.
  private static <T> Optional<T> own(RunningSuite suite, Class<T> type) {
    ServiceReference<?>[] all = suite.bundle(PROBE).getRegisteredServices();
    return Stream.of(all == null ? new ServiceReference<?>[0] : all)
        .filter(one -> List.of((String[]) one.getProperty("objectClass")).contains(type.getName()))
        .map(one -> type.cast(suite.context().getService(one)))
        .findFirst();
  }

  private static boolean follow(Callable<long[]> probe, int customers, boolean pictures)
      throws Exception {
    long begin = System.nanoTime();
    double streamed = 0;
    double loaded = 0;
    double profiles = 0;
    double slowest = 0;
    double firstPictures = 0;
    double cpu = 0;
    long[] now = probe.call();
    while ((loaded == 0 || (pictures && now[4] < now[5])) && seconds(begin) < PATIENCE_SECONDS) {
      LockSupport.parkNanos(250_000_000);
      long asked = System.nanoTime();
      now = probe.call();
      slowest = Math.max(slowest, seconds(asked));
      if (firstPictures == 0 && now[4] > 0) {
        firstPictures = seconds(begin);
      }
      if (streamed == 0 && now[0] == 1000) {
        streamed = seconds(begin);
      }
      if (profiles == 0 && now[3] >= customers) {
        profiles = seconds(begin);
      }
      if (loaded == 0 && streamed > 0 && profiles > 0 && now[2] >= now[1] - now[4]) {
        loaded = seconds(begin);
        cpu = cpuSeconds();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "{\"bench\": \"demo\", \"customers\": %d, \"events\": %d, \"secondsStreamed\": %.1f,"
            + " \"secondsProfiles\": %.1f, \"secondsLoaded\": %.1f, \"cpuSeconds\": %.1f,"
            + " \"slowestAnswer\": %.2f, \"secondsFirstPictures\": %.1f, \"pictures\": %d,"
            + " \"secondsPictures\": %.1f}%n",
        customers,
        now[1],
        streamed,
        profiles,
        loaded,
        cpu,
        slowest,
        firstPictures,
        now[4],
        seconds(begin));
    return loaded > 0;
  }

  /// How memory grows while more comes in than there may be time for.
  private static boolean grow(Callable<long[]> probe) throws Exception {
    long begin = System.nanoTime();
    List<Map<String, Object>> growth = new ArrayList<>();
    long[] now = probe.call();
    boolean loaded = false;
    while (!loaded && seconds(begin) < LARGE_SECONDS) {
      long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(LARGE_SECONDS / 8);
      while (!loaded && System.nanoTime() < next) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        now = probe.call();
        loaded = now[0] == 1000; // the job ends when the warehouse holds all
      }
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("seconds", Math.round(seconds(begin)));
      point.put("journal", now[1]);
      point.put("warehouse", now[2]);
      point.put("customers", now[3]);
      point.put("liveHeapMb", liveHeapMb());
      point.put("residentMb", residentMb());
      growth.add(point);
    }
    double took = seconds(begin);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("bench", "demo");
    out.put("size", "large");
    out.put("seconds", Math.round(took));
    out.put("complete", loaded);
    out.put("eventsPerSecond", Math.round(now[2] / took));
    out.put("heapLimitMb", Runtime.getRuntime().maxMemory() >> 20);
    out.put("growth", growth);
    out.put("largest", largest());
    System.out.print(Json.write(out));
    return now[2] > 0;
  }

  private static long liveHeapMb() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  /// The classes whose objects take most of the heap, in MB.
  private static Map<String, Object> largest() throws JMException {
    String told =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    Map<String, Object> largest = new LinkedHashMap<>();
    for (String line : told.lines().skip(2).limit(16).toList()) {
      String[] parts = line.strip().split("\\s+", 5); // rank, objects, bytes, class
      if (parts.length > 3 && parts[2].matches("[0-9]+")) {
        largest.put(parts[3], Long.parseLong(parts[2]) >> 20);
      }
    }
    return largest;
  }

  /// Memory of the process, heap and all.
  private static long residentMb() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10;
      }
    }
    return 0;
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
