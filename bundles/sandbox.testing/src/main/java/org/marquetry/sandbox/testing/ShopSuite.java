package org.marquetry.sandbox.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;
import org.marquetry.sandbox.core.SandboxPast;

/// A suite that holds a shop, on a home of its own.
record ShopSuite(RunningSuite running, Path home)
    implements ExtensionContext.Store.CloseableResource {
  /// @param extension the jar of a bundle to start in it
  static ShopSuite start(
      Path repository, String feature, SandboxShop shop, Optional<Path> extension)
      throws IOException {
    Path home = Files.createTempDirectory("marquetry-suite");
    String clock = "paced:" + shop.today().atStartOfDay(shop.zone()).toInstant();
    RunningSuite running =
        RunningSuite.start(
            repository,
            home,
            feature,
            Map.of("marquetry.clock", clock),
            "\"org.marquetry.platform.time\": {\"zone\": \"%s\"}".formatted(shop.zone()));
    if (extension.isPresent()) {
      running.start("test:" + extension.get(), Files.readAllBytes(extension.get()));
    }
    SandboxPast.send(shop.events(), home);
    Client client = running.client();
    long customers =
        shop.events().stream().flatMap(event -> event.customer().stream()).distinct().count();
    Felix.until(
        "its customers are there",
        () -> client.get("/api/v1/customers?limit=1").body().contains("\"found\":" + customers));
    return new ShopSuite(running, home);
  }

  @Override
  public void close() throws IOException {
    running.close();
    List<Path> all;
    try (Stream<Path> files = Files.walk(home)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
