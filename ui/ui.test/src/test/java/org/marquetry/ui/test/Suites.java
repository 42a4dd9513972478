package org.marquetry.ui.test;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.marquetry.platform.testing.RunningSuite;

/// Starts what the build made, in this process.
final class Suites {
  private static final Path REPOSITORY = Path.of("../../feature-repo/target/repository");
  private static final String UTC = "\"org.marquetry.platform.time\": {\"zone\": \"UTC\"}";

  private Suites() {}

  /// Start the web pages alone.
  static RunningSuite start(Path home) {
    return start(home, "ui");
  }

  /// Start a feature on a fresh home.
  ///
  /// @param configuration further members of the configuration's JSON object, by component
  static RunningSuite start(Path home, String feature, String... configuration) {
    return RunningSuite.start(
        REPOSITORY,
        home,
        feature,
        Stream.concat(Stream.of(UTC), Stream.of(configuration)).toArray(String[]::new));
  }

  /// Start the demo with a smaller shop than usual.
  ///
  /// @param products of each of which a picture is drawn
  static RunningSuite demo(Path home, int customers, int products) {
    String shop =
        "\"org.marquetry.sandbox.core\": {\"customers\": %d, \"products\": %d}"
            .formatted(customers, products);
    return RunningSuite.start(REPOSITORY, home, "demo", UTC, shop);
  }
}
