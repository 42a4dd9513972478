package org.marquetry.bench.sendkill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.ServiceReference;

/// The process that is killed: a suite on a home, whose campaign goes out by the mail server of the
/// one that kills. Notes how it stands in a file; ends when all is sent.
final class SendingSuite {
  static final String NOTED = "noted.json";
  static final int CONNECTIONS = 8;
  private static final Path REPOSITORY = Path.of("feature-repo/target/repository");
  private static final String PROBE = "bench.sendkill";

  private SendingSuite() {}

  /// @param arguments home, port of the mail server, people, mails a second and connection
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    String mail =
        "\"org.marquetry.channel.mail\": {\"host\": \"127.0.0.1\", \"port\": %s, \"security\": \"none\", \"from.address\": \"shop@shop.example\", \"connections\": %d, \"rate\": %s}"
            .formatted(arguments[1], CONNECTIONS, arguments[3]);
    String links =
        "\"org.marquetry.channel.preferences\": {\"address\": \"https://shop.example/\"}";
    try (RunningSuite suite = RunningSuite.start(REPOSITORY, home, "suite", mail, links)) {
      suite.testBundle(PROBE).with(CampaignProbe.class).start();
      Felix.until("the probe is there", () -> !probes(suite).isEmpty());
      Function<Integer, Map<String, Object>> probe = probes(suite).getFirst();
      Map<String, Object> now = Map.of("state", "");
      while (!"SENT".equals(now.get("state"))) {
        now = probe.apply(Integer.valueOf(arguments[2]));
        Path next = Files.writeString(home.resolve(NOTED + ".next"), Json.write(now));
        Files.move(next, home.resolve(NOTED), StandardCopyOption.REPLACE_EXISTING);
        LockSupport.parkNanos(200_000_000);
      }
    }
    System.exit(0);
  }

  @SuppressWarnings("unchecked") // what the probe is
  private static List<Function<Integer, Map<String, Object>>> probes(RunningSuite suite) {
    ServiceReference<?>[] all = suite.bundle(PROBE).getRegisteredServices();
    return Stream.of(all == null ? new ServiceReference<?>[0] : all)
        .map(one -> (Function<Integer, Map<String, Object>>) suite.context().getService(one))
        .toList();
  }
}
