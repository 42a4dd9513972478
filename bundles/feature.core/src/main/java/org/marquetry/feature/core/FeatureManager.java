package org.marquetry.feature.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.FeatureReader;
import org.marquetry.lib.feature.Repository;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
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
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<String, Feature> running = new LinkedHashMap<>();

  /// Read what runs.
  @Activate
  public FeatureManager(BundleContext context) throws IOException {
    this.context = context;
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
                  f.bundles().stream().flatMap(b -> find(b).stream()).map(Probe::name).toList()))
          .toList();
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public FeatureChange install(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || folder.getParent() == null || !Files.isRegularFile(file)) {
      throw new FeatureException(
          "no feature file " + file + "; name a file REPOSITORY/features/NAME-VERSION.json", null);
    }
    return change(new Repository(folder.getParent(), Map.of()), file, read(file), false);
  }

  @Override
  public FeatureChange swap(String name) {
    Repository from = Repository.read(store.keeps(name) ? store.folder() : repository);
    Feature feature = from.features().get(name);
    if (feature == null || !running.containsKey(name)) {
      throw new FeatureException(
          "no feature \"" + name + "\" runs; there are " + new TreeSet<>(running.keySet()), null);
    }
    return change(from, fileOf(from, feature), feature, true);
  }

  private static Path fileOf(Repository from, Feature feature) {
    Path versioned =
        from.folder()
            .resolve("features")
            .resolve(feature.name() + "-" + feature.id().version() + ".json");
    return Files.exists(versioned)
        ? versioned
        : from.folder().resolve("features").resolve(feature.name() + ".json");
  }

  private static Feature read(Path file) {
    try {
      return FeatureReader.read(Json.parse(file));
    } catch (JsonException e) {
      throw new FeatureException(
          file + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new FeatureException("cannot read the feature file " + file + " (" + e + ")", e);
    }
  }

  private FeatureChange change(Repository from, Path file, Feature feature, boolean evenIfSame) {
    oneAtATime.lock();
    try {
      long begin = System.nanoTime();
      var plan = Plan.of(feature, from, this::find, evenIfSame);
      List<String> missing =
          feature.requires().stream()
              .map(r -> r.artifact())
              .filter(r -> !running.containsKey(r))
              .toList();
      if (!missing.isEmpty())
        throw new FeatureException(
            "feature "
                + feature.id()
                + " needs "
                + missing
                + ", which do not run; install them first",
            null);
      List<Bundle> old = new ArrayList<>(plan.replaced());
      old.addAll(dropped(feature));
      List<String> removed = old.stream().map(Probe::name).toList();
      List<Bundle> added = new Change(context).make(plan.fresh(), old);
      running.put(feature.name(), feature);
      if (!from.folder().equals(repository)) store.keep(feature, from, file);
      var change =
          new FeatureChange(
              feature.name(),
              feature.id().version(),
              added.stream().map(Probe::name).toList(),
              removed,
              plan.kept().stream().map(Probe::name).toList(),
              Duration.ofNanos(System.nanoTime() - begin));
      log.info(
          "feature {} {}: {} in, {} out, {} ms",
          feature.name(),
          feature.id().version(),
          change.installed(),
          removed,
          change.duration().toMillis());
      return change;
    } finally {
      oneAtATime.unlock();
    }
  }

  /// Bundles of the running version that the new one no longer names, and no other feature names
  /// either.
  private List<Bundle> dropped(Feature next) {
    Feature before = running.get(next.name());
    if (before == null) return List.of();
    Stream<FeatureBundle> others =
        running.values().stream()
            .filter(f -> !f.name().equals(next.name()))
            .flatMap(f -> f.bundles().stream());
    List<String> still =
        Stream.concat(others, next.bundles().stream()).map(b -> b.id().key()).toList();
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
