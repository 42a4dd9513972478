package org.marquetry.feature.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.feature.spi.FeatureUses;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people made that rests on services, and what becomes of it when a service goes.
record Settling(Collection<FeatureUses> sources) {
  private static final Logger log = LoggerFactory.getLogger(Settling.class);

  List<FeatureUse> uses() {
    List<FeatureUse> all = new ArrayList<>();
    for (FeatureUses source : sources) {
      try {
        all.addAll(source.uses());
      } catch (ProviderMissing gone) {
        log.debug("A source of uses has just gone", gone);
      }
    }
    return all;
  }

  /// Pause or stop what rests on services that go, where that can be done; as the current actor.
  ///
  /// @throws FeatureException if the actor may not; what was done before stays done
  void settle(ChangePlan plan, Choice choice) {
    Set<String> done = new HashSet<>();
    for (FeatureUses source : sources) {
      try {
        for (FeatureUse use : source.uses()) {
          if (use.choices().contains(choice) && goes(plan, use) && done.add(use.object())) {
            source.settle(use.object(), choice);
          }
        }
      } catch (ProviderMissing gone) {
        log.debug("A source of uses has just gone", gone);
      } catch (PermissionDenied denied) {
        throw new FeatureException(
            Reason.CONFLICT,
            "you may not "
                + choice.name().toLowerCase(Locale.ROOT)
                + " what rests on it, which needs "
                + denied.permission()
                + "; keep it, or let somebody do it who may",
            denied);
      }
    }
  }

  private static boolean goes(ChangePlan plan, FeatureUse use) {
    return plan.handovers().stream().anyMatch(h -> h.after().isEmpty() && Explained.rests(use, h));
  }
}
