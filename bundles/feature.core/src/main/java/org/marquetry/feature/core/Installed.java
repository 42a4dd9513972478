package org.marquetry.feature.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.marquetry.feature.api.FeatureCondition;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.feature.api.InstalledFeature.Gift;
import org.marquetry.feature.core.source.AskedPowers;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/// The features that run, for people. One look at the framework: make it anew for each.
final class Installed {
  private final Map<String, Bundle> running = new TreeMap<>();
  private final Promises promises;

  Installed(BundleContext context, Promises promises) {
    this.promises = promises;
    Bundle[] bundles = context.getBundles();
    promises.keep(bundles);
    Arrays.stream(bundles)
        .forEach(b -> Location.of(b).ifPresent(l -> running.putIfAbsent(l.id().key(), b)));
  }

  InstalledFeature of(FeatureFiles files) {
    Feature feature = files.feature();
    List<Bundle> bundles = bundles(feature);
    return new InstalledFeature(
        files.name(),
        feature.title(),
        feature.description(),
        feature.id().version(),
        files.added(),
        feature.vendor(),
        feature.licence(),
        files.publisher(),
        AskedPowers.of(feature.powers()),
        gifts(bundles).stream()
            .sorted(Comparator.comparing(Gift::service).thenComparing(Gift::provider))
            .toList(),
        bundles.stream().map(Probe::name).toList());
  }

  /// How each does.
  ///
  /// @param uses everything that people made and that rests on services
  List<FeatureCondition> conditions(
      Collection<FeatureFiles> features, Wellness wellness, Collection<FeatureUse> uses) {
    return features.stream()
        .sorted(Comparator.comparing(FeatureFiles::name))
        .map(files -> {
          List<Bundle> bundles = bundles(files.feature());
          Optional<Words> wrong = wellness.wrong(bundles);
          Set<Gift> gives = uses.isEmpty() ? Set.of() : gifts(bundles);
          return new FeatureCondition(
              files.name(),
              wrong,
              uses.stream().filter(use -> gives.stream().anyMatch(g -> rests(use, g))).toList());
        })
        .toList();
  }

  private static boolean rests(FeatureUse use, Gift gift) {
    return use.service().equals(gift.service())
        && (use.provider().isEmpty() || use.provider().equals(gift.provider()));
  }

  private List<Bundle> bundles(Feature feature) {
    return feature.bundles().stream()
        .flatMap(b -> Optional.ofNullable(running.get(b.id().key())).stream())
        .toList();
  }

  private Set<Gift> gifts(Collection<Bundle> bundles) {
    Set<Gift> gifts = new HashSet<>();
    for (Bundle bundle : bundles) {
      promises.of(bundle).forEach(p -> gifts.add(new Gift(p.service(), p.provider())));
    }
    return gifts;
  }
}
