package org.marquetry.ui.strategy;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.Offers;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// What the pages of offers work with.
@Component(service = OfferServices.class)
public final class OfferServices {
  private static final String WRITE = "offer.write";

  private final Offers offers;
  private final ShopZone zone;
  private final Colleagues colleagues;
  private final Live live;
  private final @Nullable ShopSettings settings;

  @Activate
  public OfferServices(
      @Reference Offers offers,
      @Reference ShopZone zone,
      @Reference Colleagues colleagues,
      @Reference Live live,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ShopSettings settings) {
    this.offers = offers;
    this.zone = zone;
    this.colleagues = colleagues;
    this.live = live;
    this.settings = settings;
  }

  Offers offers() {
    return offers;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  Live live() {
    return live;
  }

  Formats formats(Locale locale) {
    return new Formats(locale, zone.zone());
  }

  /// What the shop counts in; before it is set up, euros.
  Currency currency() {
    return Optional.ofNullable(settings)
        .flatMap(s -> Actor.SYSTEM.call(s::settings))
        .map(ShopSettings.Settings::currency)
        .orElse(Currency.getInstance("EUR"));
  }

  static boolean mayWrite() {
    return Actor.current().may(WRITE);
  }
}
