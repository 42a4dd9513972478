package org.marquetry.ui.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.Mails;
import org.marquetry.data.api.Catalogue;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// What the pages of mails work with.
@Component(service = MailServices.class)
public final class MailServices {
  private final MailDesigns designs;
  private final Mails mails;
  private final CopyWriter writer;
  private final ProductSearch search;
  private final Catalogue catalogue;
  private final LiveProfiles profiles;
  private final ShopZone zone;
  private final Colleagues colleagues;
  private final Live live;
  private final @Nullable Offers offers;

  @Activate
  public MailServices(
      @Reference MailDesigns designs,
      @Reference Mails mails,
      @Reference CopyWriter writer,
      @Reference ProductSearch search,
      @Reference Catalogue catalogue,
      @Reference LiveProfiles profiles,
      @Reference ShopZone zone,
      @Reference Colleagues colleagues,
      @Reference Live live,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Offers offers) {
    this.designs = designs;
    this.mails = mails;
    this.writer = writer;
    this.search = search;
    this.catalogue = catalogue;
    this.profiles = profiles;
    this.zone = zone;
    this.colleagues = colleagues;
    this.live = live;
    this.offers = offers;
  }

  MailDesigns designs() {
    return designs;
  }

  Mails mails() {
    return mails;
  }

  CopyWriter writer() {
    return writer;
  }

  ProductSearch search() {
    return search;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  LiveProfiles profiles() {
    return profiles;
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

  /// What a mail may say of an offer.
  List<Fact> facts(Offer offer) {
    return Optional.ofNullable(offers).map(o -> o.facts(offer)).orElse(List.of());
  }

  /// The offers that a mail may be looked at with; none where nobody offers them.
  List<SavedOffer> offers() {
    return Actor.current().may("offer.read")
        ? Optional.ofNullable(offers).map(Offers::list).orElse(List.of())
        : List.of();
  }

  static boolean mayWrite() {
    return Actor.current().may("copy.write");
  }
}
