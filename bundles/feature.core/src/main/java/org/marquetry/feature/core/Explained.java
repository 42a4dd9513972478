package org.marquetry.feature.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangePlan.FeatureStep;
import org.marquetry.feature.api.ChangePlan.Handover;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.core.source.AskedPowers;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;

/// A plan for people: features, services that change hands, and what rests on them.
record Explained(Plan plan, Map<String, FeatureFiles> before, Target target) {

  /// @param uses everything that people made and that rests on services
  /// @param chosen what was chosen for them and cannot be done
  /// @param away how long a restart of the suite takes
  ChangePlan of(Collection<FeatureUse> uses, List<Words> chosen, Duration away) {
    List<Words> problems = new ArrayList<>(plan.problems());
    problems.addAll(chosen);
    List<Handover> handovers = handovers();
    return new ChangePlan(
        steps(),
        plan.fresh().stream().map(Change.Fresh::name).toList(),
        plan.gone().stream().map(Probe::name).toList(),
        plan.restarted().stream().map(Probe::name).toList(),
        handovers,
        uses.stream().filter(use -> handovers.stream().anyMatch(h -> h.carries(use))).toList(),
        problems,
        plan.isByRestart(),
        plan.isByRestart() ? away : Duration.ZERO);
  }

  /// The features that come, go, or change in version or content.
  List<FeatureStep> steps() {
    List<FeatureStep> steps = new ArrayList<>();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(target.features().keySet());
    for (String name : names) {
      Optional<FeatureFiles> old = Optional.ofNullable(before.get(name));
      Optional<FeatureFiles> next = Optional.ofNullable(target.features().get(name));
      boolean forced = next.stream().flatMap(f -> f.jars().keySet().stream()).anyMatch(this::comes);
      if (forced || !parts(old).equals(parts(next))) {
        FeatureFiles shown = next.or(() -> old).orElseThrow();
        steps.add(
            new FeatureStep(
                name,
                shown.feature().title(),
                old.map(f -> f.feature().id().version()),
                next.map(f -> f.feature().id().version()),
                shown.publisher(),
                shown.feature().licence(),
                AskedPowers.of(shown.feature().powers())));
      }
    }
    return steps;
  }

  private boolean comes(ArtifactId bundle) {
    return plan.fresh().stream().anyMatch(f -> f.location().id().equals(bundle));
  }

  private static List<?> parts(Optional<FeatureFiles> files) {
    return StateStore.parts(files.stream().toList());
  }

  private List<Handover> handovers() {
    Map<Promise, String> old = new HashMap<>();
    for (Bundle bundle : plan.gone()) {
      for (Promise promise : Promise.of(bundle)) {
        old.put(promise, Probe.name(bundle));
      }
    }
    Map<Promise, String> next = new HashMap<>();
    for (Change.Fresh fresh : plan.fresh()) {
      for (Promise promise : Promise.of(fresh.jar())) {
        next.put(promise, fresh.name());
      }
    }
    Set<Promise> all = new HashSet<>(old.keySet());
    all.addAll(next.keySet());
    Map<String, Handover> sorted = new TreeMap<>();
    for (Promise promise : all) {
      sorted.put(
          promise.service() + " " + promise.provider(),
          new Handover(
              promise.service(),
              promise.provider(),
              Optional.ofNullable(old.get(promise)),
              Optional.ofNullable(next.get(promise))));
    }
    return List.copyOf(sorted.values());
  }
}
