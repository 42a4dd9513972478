package org.marquetry.access.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The shop's basic settings, with the history of who changed them.
@Provider("core")
@Component
public final class ShopSettingsService implements ShopSettings {
  private final AccessStore store;

  @Activate
  public ShopSettingsService(@Reference AccessStore store) {
    this.store = store;
  }

  @Override
  public Optional<Settings> settings() {
    List<Change> changes = store.state().shop();
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast().settings());
  }

  @Override
  public void change(Settings settings) {
    store.change(change -> {
      change.put(settings, Actor.current().name());
      change.note("settings.change", "settings/shop", told(settings));
      return settings;
    });
  }

  /// What the audit says of them.
  static Map<String, String> told(Settings settings) {
    return Map.of(
        "name",
        settings.name(),
        "currency",
        settings.currency().getCurrencyCode(),
        "zone",
        settings.zone().getId());
  }

  @Override
  public List<Change> history() {
    return store.state().shop();
  }
}
