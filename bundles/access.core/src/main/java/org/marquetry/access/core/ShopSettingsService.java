package org.marquetry.access.core;

import java.time.InstantSource;
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
  private final InstantSource clock;

  @Activate
  public ShopSettingsService(@Reference AccessStore store, @Reference InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Optional<Settings> settings() {
    var changes = store.state().changes();
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast().settings());
  }

  @Override
  public void change(Settings settings) {
    Change change = new Change(clock.instant(), Actor.current().name(), settings);
    store.change(state -> state.with(change));
  }
}
