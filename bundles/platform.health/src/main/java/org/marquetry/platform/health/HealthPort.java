package org.marquetry.platform.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.health.Metric;
import org.marquetry.platform.api.health.MetricSource;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows `/health/live`, `/health/ready`, `/health/started` and `/metrics`.
@Component(
    service = HealthPort.class,
    immediate = true,
    configurationPid = "org.marquetry.platform.health")
@Designate(ocd = HealthConfig.class)
public final class HealthPort {
  private static final Logger log = LoggerFactory.getLogger(HealthPort.class);
  private static final String DOOR = "org.marquetry.platform.http";
  private static final int DOOR_DEFAULT = 8080;

  private final Checks checks;
  private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
  private final ManagementPort port;

  /// @throws IOException if the port is not free
  @Activate
  public HealthPort(
      @Reference Checks checks, @Reference ConfigurationAdmin configurations, HealthConfig config)
      throws IOException {
    this.checks = checks;
    int number = config.port() == 0 ? doorPort(configurations) + 1 : config.port();
    this.port = open(config.host(), number);
    port.show("/health/live", () -> page(200, Map.of("status", "OK")));
    port.show("/health/ready", this::ready);
    port.show("/health/started", this::started);
    port.show("/metrics", this::metrics);
    log.info("Health and figures at http://{}:{}/health/ready", config.host(), port.number());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addSource(MetricSource source) {
    sources.add(source);
  }

  void removeSource(MetricSource source) {
    sources.removeIf(s -> s.equals(source));
  }

  @Deactivate
  void close() {
    port.close();
  }

  private ManagementPort.Page ready() {
    Report report = checks.look();
    return page(report.ready() ? 200 : 503, report.page());
  }

  private ManagementPort.Page started() {
    boolean started = checks.isStarted();
    return page(started ? 200 : 503, Map.of("status", started ? "OK" : "STARTING"));
  }

  private ManagementPort.Page metrics() {
    List<Metric> all =
        Actor.SYSTEM.call(() -> sources.stream().flatMap(s -> of(s).stream()).toList());
    return new ManagementPort.Page(200, Prometheus.CONTENT_TYPE, Prometheus.write(all));
  }

  private static List<Metric> of(MetricSource source) {
    try {
      return source.metrics();
    } catch (ProviderMissing gone) {
      return List.of();
    } catch (RuntimeException e) { // one bundle's figures must not take away all others'
      log.warn("The figures of {} failed", source, e);
      return List.of();
    }
  }

  private static ManagementPort.Page page(int status, Map<String, Object> content) {
    return new ManagementPort.Page(status, "application/json", Json.write(content) + "\n");
  }

  private static ManagementPort open(String host, int number) throws IOException {
    try {
      return new ManagementPort(new InetSocketAddress(host, number));
    } catch (IOException e) {
      throw new IOException(
          "port "
              + number
              + " for health and figures is not free ("
              + e.getMessage()
              + "); set platform.health.port to a free one",
          e);
    }
  }

  private static int doorPort(ConfigurationAdmin configurations) throws IOException {
    try {
      Configuration[] found = configurations.listConfigurations("(service.pid=" + DOOR + ")");
      Object port = found == null ? null : found[0].getProperties().get("port");
      return port == null ? DOOR_DEFAULT : Integer.parseInt(port.toString());
    } catch (org.osgi.framework.InvalidSyntaxException e) {
      throw new IllegalStateException("the filter is constant", e);
    }
  }
}
