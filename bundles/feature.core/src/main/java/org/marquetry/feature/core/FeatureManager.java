package org.marquetry.feature.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.marquetry.feature.api.FeatureChange;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.feature.core.source.Claims;
import org.marquetry.feature.core.source.Origin;
import org.marquetry.feature.core.source.Sources;
import org.marquetry.feature.core.source.Staging;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.feature.Repository;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes features while the suite runs.
@Provider("core")
@Component
public final class FeatureManager implements Features {
  private static final Logger log = LoggerFactory.getLogger(FeatureManager.class);

  private final BundleContext context;
  private final Path repository;
  private final Store store;
  private final Sources sources;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<String, Feature> running = new LinkedHashMap<>();

  /// Read what runs.
  @Activate
  public FeatureManager(BundleContext context, @Reference Sources sources) throws IOException {
    this.context = context;
    this.sources = sources;
    this.repository = Path.of(property("marquetry.repository"));
    this.store = new Store(Path.of(property("marquetry.home")).resolve("data").resolve("features"));
    Map<String, Feature> known = new LinkedHashMap<>(Repository.read(repository).features());
    known.putAll(Repository.read(store.folder()).features());
    for (String name : property("marquetry.features").split(",", -1)) {
      Feature feature = known.get(name);
      if (feature != null) running.put(name, feature);
    }
    store.tidy();
  }

  private String property(String name) {
    return Objects.requireNonNull(
        context.getProperty(name), () -> "the launcher sets the framework property " + name);
  }

  @Override
  public List<InstalledFeature> installed() {
    oneAtATime.lock();
    try {
      return running.values().stream()
          .map(f ->
              new InstalledFeature(
                  f.name(),
                  f.id().version(),
                  store.keeps(f.name()),
                  f.bundles().stream().flatMap(b -> find(b).stream()).map(Probe::name).toList()))
          .sorted(Comparator.comparing(InstalledFeature::name))
          .toList();
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public FeatureChange install(Path file) {
    oneAtATime.lock();
    try (Staging staging = sources.open(file)) {
      Feature feature = staging.feature();
      Claims.check(
          context,
          staging,
          running.values(),
          name -> store.keeps(name) ? Origin.UNSIGNED : Origin.SUITE);
      boolean ours = staging.repository().folder().equals(repository) && runs(feature.name());
      FeatureChange change = change(staging.repository(), feature, false);
      if (ours) store.forget(feature.name());
      else store.keep(feature, staging.repository(), staging.file());
      return change;
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public FeatureChange swap(String name) {
    oneAtATime.lock();
    try {
      Repository from = Repository.read(store.keeps(name) ? store.folder() : repository);
      Feature feature = from.features().get(name);
      if (feature == null || !runs(name)) throw unknown(name);
      return change(from, feature, true);
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public FeatureChange remove(String name) {
    oneAtATime.lock();
    try {
      Feature feature = running.get(name);
      if (feature == null) throw unknown(name);
      Feature own = Repository.read(repository).features().get(name);
      List<String> needing =
          running.values().stream()
              .filter(f -> f.requires().stream().anyMatch(r -> r.artifact().equals(name)))
              .map(Feature::name)
              .toList();
      boolean stays = own != null && own.commands().stream().anyMatch(FeatureCommand::suite);
      if (!store.keeps(name)) {
        throw new FeatureException(
            Reason.CONFLICT,
            "the suite came with feature "
                + name
                + "; only what was installed into the home can be removed");
      }
      if (own == null && !needing.isEmpty()) {
        throw new FeatureException(
            Reason.CONFLICT, needing + " need feature " + name + "; remove those first");
      }
      FeatureChange change =
          own != null && (stays || !needing.isEmpty())
              ? change(new Repository(repository, Map.of()), own, false)
              : takeAway(feature);
      store.forget(name);
      return change;
    } finally {
      oneAtATime.unlock();
    }
  }

  private boolean runs(String name) {
    return running.containsKey(name);
  }

  private FeatureException unknown(String name) {
    return new FeatureException(
        Reason.NOT_FOUND,
        "no feature \"" + name + "\" runs; there are " + new TreeSet<>(running.keySet()));
  }

  private FeatureChange takeAway(Feature feature) {
    long begin = System.nanoTime();
    List<Bundle> going = dropped(feature, List.of());
    for (Bundle bundle : going) {
      BundleWiring wiring = bundle.adapt(BundleWiring.class);
      List<BundleWire> wires = wiring == null ? List.of() : wiring.getProvidedWires(null);
      for (BundleWire wire : wires) {
        Bundle user = wire.getRequirer().getBundle();
        if (!going.contains(user)) {
          throw new FeatureException(
              Reason.CONFLICT,
              Probe.name(user) + " uses " + Probe.name(bundle) + "; remove its feature first");
        }
      }
    }
    List<String> names = going.stream().map(Probe::name).toList();
    new Change(context).make(List.of(), going);
    running.remove(feature.name());
    return told(feature, List.of(), names, List.of(), begin);
  }

  private FeatureChange change(Repository from, Feature feature, boolean evenIfSame) {
    long begin = System.nanoTime();
    List<String> missing =
        feature.requires().stream().map(r -> r.artifact()).filter(r -> !runs(r)).toList();
    if (!missing.isEmpty()) {
      throw new FeatureException(
          Reason.CONFLICT,
          "feature "
              + feature.id()
              + " needs "
              + missing
              + ", which do not run; install them first");
    }
    var plan = Plan.of(feature, from, this::find, evenIfSame);
    List<Bundle> old = new ArrayList<>(plan.replaced());
    Feature before = running.get(feature.name());
    if (before != null) old.addAll(dropped(before, feature.bundles()));
    List<String> removed = old.stream().map(Probe::name).toList();
    List<String> kept = plan.kept().stream().map(Probe::name).toList();
    List<Bundle> added = new Change(context).make(plan.fresh(), old);
    running.put(feature.name(), feature);
    return told(feature, added.stream().map(Probe::name).toList(), removed, kept, begin);
  }

  private static FeatureChange told(
      Feature feature, List<String> in, List<String> out, List<String> kept, long begin) {
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    String version = feature.id().version();
    log.info(
        "feature {} {}: {} in, {} out, {} ms", feature.name(), version, in, out, took.toMillis());
    return new FeatureChange(feature.name(), version, in, out, kept, took);
  }

  /// Bundles of the running version that the next one does not name, and no other feature names
  /// either.
  private List<Bundle> dropped(Feature before, List<FeatureBundle> next) {
    Stream<FeatureBundle> others =
        running.values().stream()
            .filter(f -> !f.name().equals(before.name()))
            .flatMap(f -> f.bundles().stream());
    List<String> still = Stream.concat(others, next.stream()).map(b -> b.id().key()).toList();
    return before.bundles().stream()
        .filter(b -> !still.contains(b.id().key()))
        .flatMap(b -> find(b).stream())
        .toList();
  }

  /// The running bundle of the same group and artifact.
  private Optional<Bundle> find(FeatureBundle wanted) {
    return Arrays.stream(context.getBundles())
        .filter(b -> Location.of(b).filter(l -> l.id().sameArtifact(wanted.id())).isPresent())
        .findFirst();
  }
}
