package org.marquetry.feature.core;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.lib.feature.Repository;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.feature.SuiteState;
import org.osgi.framework.BundleContext;

/// Which features run, and which kept state that is. Changes are made by one thread at a time; any
/// may read.
final class Running {
  private final BundleContext context;
  private final Path repository;
  private final StateStore store;
  private volatile @Nullable Map<String, FeatureFiles> known; // never changed, only replaced
  private volatile Optional<Long> state;

  Running(BundleContext context, Path repository, StateStore store) {
    this.context = context;
    this.repository = repository;
    this.store = store;
    state = Optional.ofNullable(context.getProperty("marquetry.state")).map(Long::valueOf);
  }

  /// A property that the launcher sets.
  static String property(BundleContext context, String name) {
    return Objects.requireNonNull(
        context.getProperty(name), () -> "the launcher sets the framework property " + name);
  }

  /// The number of the state that runs; empty when none was kept yet.
  Optional<Long> state() {
    return state;
  }

  /// What runs is kept as this state.
  void is(long number) {
    state = Optional.of(number);
  }

  /// The features by name. Read at the first need: a command that runs once has none.
  Map<String, FeatureFiles> features() {
    Map<String, FeatureFiles> there = known;
    if (there == null) {
      there = byName(read());
      known = there;
    }
    return there;
  }

  /// Others run from now on.
  void are(Collection<FeatureFiles> features) {
    known = byName(features);
  }

  private static Map<String, FeatureFiles> byName(Collection<FeatureFiles> features) {
    Map<String, FeatureFiles> all = new LinkedHashMap<>();
    features.forEach(f -> all.put(f.name(), f));
    return all;
  }

  private List<FeatureFiles> read() {
    if (state.isPresent()) {
      return store.files(store.read(state.get()));
    }
    List<FeatureFiles> added =
        store.current().stream()
            .flatMap(s -> s.parts().stream())
            .filter(SuiteState.Part::added)
            .map(store::files)
            .toList();
    List<String> names = List.of(property(context, "marquetry.features").split(",", -1));
    Repository own = Repository.read(repository);
    return FeatureFiles.overlaid(own, added, names, Checksums.of(own));
  }
}
