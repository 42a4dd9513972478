package org.marquetry.campaign.core.offer;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Every version of every offer, and the codes, in the operational store. Reading the newest
/// versions asks no database; a change is on disk when the call returns.
@Component(service = OfferStore.class)
public final class OfferStore {
  private static final String COLUMNS = "SELECT v.* FROM offer_version v ";

  private final Database database;
  private final InstantSource clock;
  private final CodePool codes;
  private final Versions<SavedOffer> newest;

  @Activate
  public OfferStore(@Reference Databases databases, @Reference InstantSource clock) {
    database =
        Actor.SYSTEM.call(() -> databases.open(OfferStore.class, List.of("0001-offers.sql")));
    this.clock = clock;
    codes = new CodePool(database, clock);
    newest =
        new Versions<>(
            new Words("优惠", "offer"),
            Offers.MAX_OFFERS,
            database.transaction(s ->
                s.query(
                    COLUMNS
                        + "WHERE version = (SELECT max(version) FROM offer_version n WHERE n.id ="
                        + " v.id)",
                    OfferRows::saved)));
  }

  CodePool codes() {
    return codes;
  }

  Versions<SavedOffer> newest() {
    return newest;
  }

  /// The newest first.
  List<SavedOffer> history(String id) {
    return database.transaction(
        s -> s.query(COLUMNS + "WHERE id = ? ORDER BY version DESC", OfferRows::saved, id));
  }

  synchronized SavedOffer create(Offer offer) {
    newest.requireRoom();
    String id = "o-" + UUID.randomUUID().toString().substring(0, 8);
    newest.requireFree(offer.name(), id);
    return add(id, 1, offer, Act.CREATED);
  }

  /// @param version the one that the change began with
  synchronized SavedOffer change(String id, int version, Offer offer, Act act) {
    newest.require(id, version);
    if (act != Act.DELETED) {
      newest.requireFree(offer.name(), id);
    }
    return add(id, version + 1, offer, act);
  }

  private SavedOffer add(String id, int version, Offer offer, Act act) {
    SavedOffer saved =
        new SavedOffer(id, version, offer, act, clock.instant(), Actor.current().name());
    database.transaction(s -> s.update(OfferRows.INSERT, OfferRows.values(saved)));
    return newest.put(saved);
  }
}
