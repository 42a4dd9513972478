package org.marquetry.platform.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.platform.api.health.Metric;

class ManagementPortTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void aPageIsShownAtItsPathOnly() throws Exception {
    try (ManagementPort port = new ManagementPort(ANY)) {
      port.show("/health/ready", () -> new ManagementPort.Page(503, "application/json", "{}"));
      port.show(
          "/metrics",
          () -> {
            throw new IllegalStateException("broken");
          });
      assertEquals(503, get(port, "/health/ready").statusCode());
      assertEquals("{}", get(port, "/health/ready").body());
      assertEquals(404, get(port, "/health/ready/x").statusCode());
      assertEquals(404, get(port, "/other").statusCode());
      assertEquals(500, get(port, "/metrics").statusCode());
      InetSocketAddress taken =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number());
      assertThrows(IOException.class, () -> new ManagementPort(taken).close());
    }
  }

  @Test
  void theWorstCheckDecides() {
    Checks checks = new Checks();
    checks.add(check("a", Health.ok("fine")));
    checks.add(check("b", Health.warn("look")));
    assertEquals("WARN", Checks.page(checks.look()).get("status"));
    checks.add(check("c", null));
    Map<String, Health> found = checks.look();
    assertEquals(Health.Status.CRITICAL, found.get("c").status());
    assertEquals("CRITICAL", Checks.page(found).get("status"));
  }

  @Test
  void figuresAreWrittenAsPrometheusReadsThem() {
    Metric one = new Metric("calls_total", "Calls", Metric.Kind.COUNTER, Map.of("p", "a\"b"), 1e6);
    Metric two = new Metric("calls_total", "Calls", Metric.Kind.COUNTER, Map.of("p", "c"), 0.5);
    assertEquals(
        """
        # HELP calls_total Calls
        # TYPE calls_total counter
        calls_total{p="a\\"b"} 1000000
        calls_total{p="c"} 0.5
        """,
        Prometheus.write(List.of(one, two)));
    assertTrue(Prometheus.write(new JvmMetrics().metrics()).contains("\njvm_uptime_seconds "));
  }

  private static HealthCheck check(String name, @org.jspecify.annotations.Nullable Health health) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Health check() {
        if (health == null) {
          throw new IllegalStateException("cannot look");
        }
        return health;
      }
    };
  }

  private static HttpResponse<String> get(ManagementPort port, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.number() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
