package org.marquetry.campaign.core.offer;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.OfferConflict;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.campaign.api.SavedOffer.Act;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Rejected;
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
  private final Map<String, SavedOffer> newest = new ConcurrentHashMap<>();

  @Activate
  public OfferStore(@Reference Databases databases, @Reference InstantSource clock) {
    database =
        Actor.SYSTEM.call(() -> databases.open(OfferStore.class, List.of("0001-offers.sql")));
    this.clock = clock;
    codes = new CodePool(database, clock);
    database
        .transaction(s ->
            s.query(
                COLUMNS
                    + "WHERE version = (SELECT max(version) FROM offer_version n WHERE n.id = v.id)",
                OfferRows::saved))
        .forEach(offer -> newest.put(offer.id(), offer));
  }

  CodePool codes() {
    return codes;
  }

  Optional<SavedOffer> find(String id) {
    return Optional.ofNullable(newest.get(id));
  }

  /// @throws IllegalArgumentException if there is none
  SavedOffer known(String id) {
    return find(id)
        .orElseThrow(() -> new Rejected(new Words("没有优惠 " + id, "there is no offer " + id)));
  }

  /// Those that are not deleted, by name.
  List<SavedOffer> list() {
    return newest.values().stream()
        .filter(saved -> !saved.isDeleted())
        .sorted(
            Comparator.comparing((SavedOffer s) -> s.offer().name().toLowerCase(Locale.ROOT))
                .thenComparing(SavedOffer::id))
        .toList();
  }

  /// The latest first.
  List<SavedOffer> deleted() {
    return newest.values().stream()
        .filter(SavedOffer::isDeleted)
        .sorted(Comparator.comparing(SavedOffer::at).reversed())
        .toList();
  }

  /// The newest first.
  List<SavedOffer> history(String id) {
    return database.transaction(
        s -> s.query(COLUMNS + "WHERE id = ? ORDER BY version DESC", OfferRows::saved, id));
  }

  synchronized SavedOffer create(Offer offer) {
    if (list().size() >= Offers.MAX_OFFERS) {
      throw new Rejected(
          new Words(
              "最多只能有 " + Offers.MAX_OFFERS + " 个优惠",
              "there are " + Offers.MAX_OFFERS + " offers, which is the most"));
    }
    String id = "o-" + UUID.randomUUID().toString().substring(0, 8);
    requireFree(offer.name(), id);
    return add(id, 1, offer, Act.CREATED);
  }

  /// @param version the one that the change began with
  synchronized SavedOffer change(String id, int version, Offer offer, Act act) {
    SavedOffer before = known(id);
    if (before.version() != version) {
      throw new OfferConflict(before);
    }
    if (act != Act.DELETED) {
      requireFree(offer.name(), id);
    }
    return add(id, version + 1, offer, act);
  }

  private void requireFree(String name, String id) {
    boolean taken =
        list().stream()
            .anyMatch(s -> !s.id().equals(id) && s.offer().name().equalsIgnoreCase(name));
    if (taken) {
      throw new Rejected(
          new Words("已有名为“" + name + "”的优惠", "there is an offer called " + name + " already"));
    }
  }

  private SavedOffer add(String id, int version, Offer offer, Act act) {
    SavedOffer saved =
        new SavedOffer(id, version, offer, act, clock.instant(), Actor.current().name());
    database.transaction(s -> s.update(OfferRows.INSERT, OfferRows.values(saved)));
    newest.put(id, saved);
    return saved;
  }
}
