package org.marquetry.ui.profile;

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

  @Activate
  public ProfileServices(
      @Reference LiveProfiles profiles,
      @Reference ShopZone zone,
      @Reference Places places,
      @Reference Live live) {
    this.profiles = profiles;
    this.zone = zone;
    this.places = places;
    this.live = live;
  }

  LiveProfiles profiles() {
    return profiles;
  }

  ShopZone zone() {
    return zone;
  }

  Places places() {
    return places;
  }

  Live live() {
    return live;
  }
}
