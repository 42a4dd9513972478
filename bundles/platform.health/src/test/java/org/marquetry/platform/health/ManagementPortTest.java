package org.marquetry.platform.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.TreeMap;
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
  void theWorstCheckOfTheFrameDecides() {
    Finding ours =
        Checks.look(check("sql.h2", Health.ok("fine")), new Checks.Owner("sql.h2", true));
    Finding theirs =
        Checks.look(check("platform.http", null), new Checks.Owner("partner.notes", false));
    assertEquals("partner.notes/platform.http", theirs.name());
    assertEquals(Health.Status.CRITICAL, theirs.health().status());
    Report broken = report(true, ours, theirs);
    assertTrue(broken.ready(), "a partner's broken bundle does not make the suite unready");
    assertEquals("WARN", broken.page().get("status"));
    assertFalse(report(false, ours).ready());

    Finding lost = Checks.look(check("sql.h2", null), new Checks.Owner("sql.h2", true));
    assertFalse(report(true, lost, theirs).ready());
    assertEquals("CRITICAL", report(true, lost, theirs).page().get("status"));
    assertEquals(Health.Status.CRITICAL, ours.and(lost).health().status());
  }

  private static Report report(boolean started, Finding... findings) {
    Map<String, Finding> all = new TreeMap<>();
    for (Finding finding : findings) all.put(finding.name(), finding);
    return new Report(started, all);
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
