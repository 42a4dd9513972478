package org.marquetry.campaign.core.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.access.api.Audit;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.OfferFinding;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.copy.api.Fact;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The shop's offers.
@Provider("stored")
@Component
public final class StoredOffers implements Offers {
  private final OfferStore store;
  private final Audit audit;
  private final Warehouse warehouse;
  private final ShopZone zone;

  @Activate
  public StoredOffers(
      @Reference OfferStore store,
      @Reference Audit audit,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone) {
    this.store = store;
    this.audit = audit;
    this.warehouse = warehouse;
    this.zone = zone;
  }

  @Override
  public List<SavedOffer> list() {
    return store.newest().list();
  }

  @Override
  public List<SavedOffer> deleted() {
    return store.newest().deleted();
  }

  @Override
  public Optional<SavedOffer> find(String id) {
    return store.newest().find(id);
  }

  @Override
  public List<SavedOffer> history(String id) {
    return store.history(id);
  }

  @Override
  public List<OfferFinding> check(Offer offer, Optional<String> id, double margin) {
    return new OfferCheck(offer, margin, new WarehouseShelf(warehouse))
        .against(zone.today(), id.map(store.codes()::count));
  }

  @Override
  public List<Fact> facts(Offer offer) {
    return OfferFacts.of(offer);
  }

  @Override
  public SavedOffer create(Offer offer) {
    return noted("offer.create", store.create(offer));
  }

  @Override
  public SavedOffer change(String id, int version, Offer offer) {
    return noted("offer.change", store.change(id, version, offer, Act.CHANGED));
  }

  @Override
  public SavedOffer delete(String id, int version) {
    SavedOffer now = store.newest().known(id);
    return noted("offer.delete", store.change(id, version, now.offer(), Act.DELETED));
  }

  @Override
  public SavedOffer restore(String id, int version) {
    SavedOffer now = store.newest().known(id);
    SavedOffer former = Versions.former(store.history(id), version);
    return noted("offer.restore", store.change(id, now.version(), former.offer(), Act.RESTORED));
  }

  private SavedOffer noted(String act, SavedOffer saved) {
    audit.note(
        new Audit.Act(
            act,
            "offer/" + saved.id(),
            Map.of("name", saved.name(), "version", Integer.toString(saved.version()))));
    return saved;
  }

  @Override
  public OfferCodes codes(String id) {
    return store.codes().count(store.newest().known(id).id());
  }

  @Override
  public OfferCodes.Added addCodes(String id, List<String> codes) {
    OfferCodes.Added added = store.codes().add(store.newest().known(id).id(), codes);
    note("offer.addCodes", id, added.added());
    return added;
  }

  @Override
  public long dropFreeCodes(String id) {
    long dropped = store.codes().dropFree(store.newest().known(id).id());
    note("offer.dropCodes", id, dropped);
    return dropped;
  }

  private void note(String act, String id, long codes) {
    audit.note(new Audit.Act(act, "offer/" + id, Map.of("codes", Long.toString(codes))));
  }

  @Override
  public Optional<String> give(String id, CampaignId campaign, CustomerId customer) {
    return store.codes().give(store.newest().known(id).id(), campaign, customer);
  }

  @Override
  public void takeBack(String id, CampaignId campaign, CustomerId customer) {
    store.codes().takeBack(store.newest().known(id).id(), campaign, customer);
  }
}
