package org.marquetry.ui.strategy;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SeedList;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.Saved;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// What the pages of campaigns work with.
@Component(service = CampaignServices.class)
public final class CampaignServices {
  private final Campaigns campaigns;
  private final SeedList seeds;
  private final Segments segments;
  private final Offers offers;
  private final MailDesigns mails;
  private final RegisteredExperiments experiments;
  private final ExperimentReadings readings;
  private final ShopZone zone;
  private final Colleagues colleagues;
  private final Live live;
  private final @Nullable ShopSettings settings;

  @Activate
  public CampaignServices(
      @Reference Campaigns campaigns,
      @Reference SeedList seeds,
      @Reference Segments segments,
      @Reference Offers offers,
      @Reference MailDesigns mails,
      @Reference RegisteredExperiments experiments,
      @Reference ExperimentReadings readings,
      @Reference ShopZone zone,
      @Reference Colleagues colleagues,
      @Reference Live live,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ShopSettings settings) {
    this.campaigns = campaigns;
    this.seeds = seeds;
    this.segments = segments;
    this.offers = offers;
    this.mails = mails;
    this.experiments = experiments;
    this.readings = readings;
    this.zone = zone;
    this.colleagues = colleagues;
    this.live = live;
    this.settings = settings;
  }

  /// Something that can be chosen.
  record Named(String id, String name) {
    static List<Named> of(List<? extends Saved> all) {
      return all.stream().map(s -> new Named(s.id(), s.name())).toList();
    }
  }

  Campaigns campaigns() {
    return campaigns;
  }

  /// A campaign's name; its id where it is gone.
  String nameOf(String campaign) {
    return campaigns.find(campaign).map(Saved::name).orElse(campaign);
  }

  SeedList seeds() {
    return seeds;
  }

  List<Named> segments() {
    return may("profile.read") ? Named.of(segments.list()) : List.of();
  }

  List<Named> offers() {
    return may("offer.read") ? Named.of(offers.list()) : List.of();
  }

  List<Named> mails() {
    return may("copy.read") ? Named.of(mails.list()) : List.of();
  }

  /// What it would use now: version of its mail and of its offer, 0 where it has none or the user
  /// may not see it.
  record Used(int mail, int offer) {}

  Used used(Campaign campaign) {
    return new Used(
        may("copy.read") ? campaign.mail().flatMap(mails::find).map(Saved::version).orElse(0) : 0,
        may("offer.read")
            ? campaign.offer().flatMap(offers::find).map(Saved::version).orElse(0)
            : 0);
  }

  /// What the campaign shows so far; empty before it has one group of people at least.
  Optional<Reading> reading(String campaign) {
    return may("experiment.read") && experiments.find(campaign).isPresent()
        ? Optional.of(readings.read(campaign)).filter(r -> r.people() > 0)
        : Optional.empty();
  }

  ShopZone zone() {
    return zone;
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

  static boolean may(String permission) {
    return Actor.current().may(permission);
  }
}
