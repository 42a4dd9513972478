package org.marquetry.insight.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bundles that are not well, each since this source first saw it so.
@Provider("health")
@Component
public final class HealthAgenda implements AgendaSource {
  private static final Logger log = LoggerFactory.getLogger(HealthAgenda.class);
  private static final Words LOOK = new Words("查看健康状况", "Look at the health");

  private final InstantSource clock;
  private final Map<String, Instant> since = new HashMap<>(); // guarded by this

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<HealthCheck> checks = List.of();

  @Activate
  public HealthAgenda(@Reference InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "health";
  }

  @Override
  public synchronized List<AgendaItem> items(Instant doneSince) {
    List<AgendaItem> items = new ArrayList<>();
    Map<String, Instant> before = Map.copyOf(since);
    since.clear();
    for (HealthCheck check : checks) {
      try {
        String name = check.name();
        Health health = Health.of(check);
        if (health.status() == Health.Status.WARN || health.status() == Health.Status.CRITICAL) {
          Instant at = before.getOrDefault(name, clock.instant());
          since.put(name, at);
          items.add(item(name, health, at));
        }
      } catch (ProviderMissing gone) {
        log.debug("A bundle has just been stopped; the page of the bundles tells that", gone);
      }
    }
    return items;
  }

  private static AgendaItem item(String name, Health health, Instant at) {
    boolean critical = health.status() == Health.Status.CRITICAL;
    return AgendaItem.builder(
            AgendaItem.Kind.WRONG,
            "health/" + name,
            at,
            critical
                ? new Words("组件 " + name + " 不能工作", name + " does not work")
                : new Words("组件 " + name + " 需要查看", name + " needs a look"))
        .why(new Words("组件的报告（英文）：" + health.message(), health.message()))
        .act(LOOK, "system/health")
        .permission("system.read")
        .build();
  }
}
