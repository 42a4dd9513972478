package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.spi.FeatureUses;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.spi.TraitSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Says which segments ask for a trait that a partner supplies.
@Provider("segments")
@Component
public final class SegmentUses implements FeatureUses {
  private static final String PROVIDER = "marquetry.provider";

  private final Supplier<List<SavedSegment>> segments;

  /// Each with the properties of its service.
  @Reference volatile List<Map.Entry<Map<String, Object>, TraitSource>> partners = List.of();

  @Activate
  public SegmentUses(@Reference SegmentStore store) {
    this(() -> store.newest().list());
  }

  SegmentUses(Supplier<List<SavedSegment>> segments) {
    this.segments = segments;
  }

  @Override
  public List<FeatureUse> uses() {
    List<SavedSegment> all = segments.get();
    List<FeatureUse> uses = new ArrayList<>();
    for (Map.Entry<Map<String, Object>, TraitSource> partner : partners) {
      Set<String> traits =
          Actor.SYSTEM.call(partner.getValue()::traits).stream()
              .map(t -> t.trait().id())
              .collect(Collectors.toSet());
      String provider = String.valueOf(partner.getKey().get(PROVIDER));
      all.stream()
          .filter(s -> asks(s.rule(), traits))
          .map(s -> use(s, provider))
          .forEach(uses::add);
    }
    return uses;
  }

  private static boolean asks(SegmentRule rule, Set<String> traits) {
    return SegmentRule.nodes(rule).stream()
        .flatMap(node -> SegmentRule.trait(node).stream())
        .anyMatch(traits::contains);
  }

  private static FeatureUse use(SavedSegment saved, String provider) {
    return new FeatureUse(
        "segment/" + saved.id(),
        saved.name(),
        saved.owner(),
        TraitSource.class.getName(),
        provider,
        Set.of());
  }
}
