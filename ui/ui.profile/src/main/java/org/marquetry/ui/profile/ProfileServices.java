package org.marquetry.ui.profile;

import java.util.Optional;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Places;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the pages work with.
@Component(service = ProfileServices.class)
public final class ProfileServices {
  private final LiveProfiles profiles;
  private final ShopZone zone;
  private final Places places;
  private final Live live;
  private final ShopSettings settings;

  @Activate
  public ProfileServices(
      @Reference LiveProfiles profiles,
      @Reference ShopZone zone,
      @Reference Places places,
      @Reference Live live,
      @Reference ShopSettings settings) {
    this.profiles = profiles;
    this.zone = zone;
    this.places = places;
    this.live = live;
    this.settings = settings;
  }

  LiveProfiles profiles() {
    return profiles;
  }

  ShopZone zone() {
    return zone;
  }

  /// The shop's currency; empty for a user who may not see the settings.
  Optional<String> currency() {
    return Actor.current().may("settings.read")
        ? settings.settings().map(s -> s.currency().getCurrencyCode())
        : Optional.empty();
  }

  Places places() {
    return places;
  }

  Live live() {
    return live;
  }
}
