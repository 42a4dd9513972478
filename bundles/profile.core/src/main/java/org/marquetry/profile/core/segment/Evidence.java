package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.core.live.Behind;
import org.marquetry.profile.core.live.Timeline;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.warehouse.api.Warehouse;

/// Finds the latest event that a row's value rests on.
final class Evidence {
  private final LiveProfiles profiles;
  private final Timeline timeline;
  private final ShopZone zone;

  Evidence(LiveProfiles profiles, Warehouse warehouse, ShopZone zone) {
    this.profiles = profiles;
    this.timeline = new Timeline(warehouse);
    this.zone = zone;
  }

  Optional<CustomerEvent> of(SegmentRule.Row row, CustomerId customer) {
    if (row instanceof DeedRow deed) {
      return Actor.SYSTEM.call(
          () -> timeline.events(customer, behind(deed), 0, 1).stream().findFirst());
    }
    Optional<Trait> trait =
        SegmentRule.trait(row)
            .flatMap(id -> LiveProfiles.TRAITS.stream().filter(t -> t.id().equals(id)).findFirst());
    boolean rests = trait.isPresent() && profiles.eventCount(customer, trait).orElse(0) > 0;
    return rests ? profiles.events(customer, trait, 0, 1).stream().findFirst() : Optional.empty();
  }

  private Behind behind(DeedRow row) {
    boolean bought = row.deed().equals(EventTypes.ORDERED);
    StringBuilder where = new StringBuilder(" AND e.type = ?").append(bought ? " AND l.kept" : "");
    List<Object> arguments = new ArrayList<>(List.of(row.deed()));
    if (row.days().isPresent()) {
      where.append(" AND e.occurred_at >= ?");
      arguments.add(zone.start(zone.today().minusDays(row.days().getAsInt())));
    }
    switch (row.thing()) {
      case ANYTHING -> {}
      case PRODUCT -> where.append(" AND e.product_id = ?");
      case CATEGORY -> where.append(" AND p.category = ?");
      case BRAND -> where.append(" AND p.brand = ?");
    }
    if (row.thing() != SegmentRule.Thing.ANYTHING) {
      arguments.add(row.name());
    }
    return new Behind(where.toString(), arguments);
  }
}
