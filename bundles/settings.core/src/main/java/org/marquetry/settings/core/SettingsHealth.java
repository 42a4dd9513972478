package org.marquetry.settings.core;

import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.settings.api.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Says which settings do not reach their component, such as a secret whose file is gone.
@Provider("settings.core")
@Component
public final class SettingsHealth implements HealthCheck {
  private final Settings settings;

  @Activate
  public SettingsHealth(@Reference Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "settings.core";
  }

  @Override
  public Health check() {
    List<String> problems =
        Actor.SYSTEM.call(() -> settings.groups(Locale.ENGLISH)).stream()
            .flatMap(g ->
                g.fields().stream()
                    .flatMap(f ->
                        f.problem().stream()
                            .map(p -> g.component() + " " + f.key() + " " + p.en())))
            .toList();
    return problems.isEmpty()
        ? Health.ok("All settings reach their extensions.")
        : Health.warn("Settings do not reach their extension: " + String.join("; ", problems));
  }
}
