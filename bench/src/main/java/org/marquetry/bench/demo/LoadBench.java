package org.marquetry.bench.demo;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.bench.Folders;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.ServiceReference;

/// Starts the demo on a fresh home, sets it up and follows its past into journal, warehouse and
/// live profiles.
public final class LoadBench {
  private static final Path REPOSITORY = Path.of("feature-repo/target/repository");
  private static final long PATIENCE_SECONDS = 500;

  private LoadBench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = List.of(arguments);
    boolean kept = all.contains("--home"); // of a run that is killed and goes on
    int customers =
        kept ? Integer.parseInt(all.getLast()) : all.contains("--quick") ? 2_000 : 20_000;
    Path home = kept ? Path.of(all.get(1)) : Folders.make("demo").toAbsolutePath();
    String shop = "\"org.marquetry.sandbox.core\": {\"customers\": %d}".formatted(customers);
    boolean loaded;
    try (RunningSuite suite = RunningSuite.start(REPOSITORY, home, "demo", shop)) {
      suite.testBundle("bench.demo").with(LoadProbe.class).start();
      Callable<long[]> probe = probe(suite);
      loaded = follow(probe, customers);
      if (kept && loaded) {
        long[] held = probe.call();
        Files.writeString(home.resolve("held"), held[4] + " " + held[5] + " " + held[6]);
      }
    }
    if (!kept) {
      Folders.delete(home);
    }
    System.exit(loaded ? 0 : 1);
  }

  private static Callable<long[]> probe(RunningSuite suite) {
    ServiceReference<?>[] found = new ServiceReference<?>[1];
    Felix.until(
        "the probe is there",
        () -> {
          found[0] = suite.context().getServiceReference(Callable.class);
          return found[0] != null;
        });
    @SuppressWarnings("unchecked") // the only Callable here
    Callable<long[]> probe = (Callable<long[]>) suite.context().getService(found[0]);
    return probe;
  }

  private static boolean follow(Callable<long[]> probe, int customers) throws Exception {
    long begin = System.nanoTime();
    double streamed = 0;
    double loaded = 0;
    double profiles = 0;
    double slowest = 0;
    long[] now = probe.call();
    while (loaded == 0 && seconds(begin) < PATIENCE_SECONDS) {
      LockSupport.parkNanos(250_000_000);
      long asked = System.nanoTime();
      now = probe.call();
      slowest = Math.max(slowest, seconds(asked));
      if (streamed == 0 && now[0] == 1000) {
        streamed = seconds(begin);
      }
      if (profiles == 0 && now[3] >= customers) {
        profiles = seconds(begin);
      }
      if (streamed > 0 && profiles > 0 && now[2] >= now[1]) {
        loaded = seconds(begin);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "{\"bench\": \"demo\", \"customers\": %d, \"events\": %d, \"secondsStreamed\": %.1f,"
            + " \"secondsProfiles\": %.1f, \"secondsLoaded\": %.1f, \"cpuSeconds\": %.1f, \"slowestAnswer\": %.2f}%n",
        customers,
        now[1],
        streamed,
        profiles,
        loaded,
        cpuSeconds(),
        slowest);
    return loaded > 0;
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
