package org.marquetry.bench.customers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.marquetry.bench.Folders;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.ServiceReference;

/// Fills a whole suite on a fresh home and asks it, from inside.
public final class CustomersBench {
  private static final Path REPOSITORY = Path.of("feature-repo/target/repository");

  private CustomersBench() {}

  public static void main(String[] arguments) throws Exception {
    int customers = List.of(arguments).contains("--quick") ? 50_000 : 1_000_000;
    Path home = Folders.make("customers").toAbsolutePath();
    try (RunningSuite suite = RunningSuite.start(REPOSITORY, home, "suite")) {
      suite.testBundle("bench.customers").with(CustomersProbe.class).start();
      System.out.println(probe(suite).apply(customers));
    }
    Folders.delete(home);
    System.exit(0);
  }

  private static IntFunction<String> probe(RunningSuite suite) {
    ServiceReference<?>[] found = new ServiceReference<?>[1];
    Felix.until(
        "the probe is there",
        () -> {
          found[0] = suite.context().getServiceReference(IntFunction.class);
          return found[0] != null;
        });
    @SuppressWarnings("unchecked") // the only one here
    IntFunction<String> probe = (IntFunction<String>) suite.context().getService(found[0]);
    return probe;
  }
}
