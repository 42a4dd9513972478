package org.marquetry.access.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The shop's zone as it stands in its settings; before set-up, the operator's. Ranks above the
/// operator's own.
@Provider("settings")
@Component(property = Constants.SERVICE_RANKING + ":Integer=10")
public final class SettingsZone implements ShopZone {
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;

  @Activate
  public SettingsZone(
      @Reference AccessStore store,
      @Reference(target = "(marquetry.provider=configured)") ShopZone operator,
      @Reference InstantSource clock) {
    this(
        () -> {
          var changes = store.state().shop();
          return changes.isEmpty() ? operator.zone() : changes.getLast().settings().zone();
        },
        clock);
  }

  SettingsZone(Supplier<ZoneId> zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public ZoneId zone() {
    return zone.get();
  }

  @Override
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone());
  }

  @Override
  public LocalDate today() {
    return day(clock.instant());
  }

  @Override
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }
}
