package org.marquetry.feature.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.Wish;
import org.marquetry.feature.core.source.Claims;
import org.marquetry.feature.core.source.Origin;
import org.marquetry.feature.core.source.Sources;
import org.marquetry.feature.core.source.Staging;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.lib.feature.Repository;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.feature.SuiteState;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;

/// Turns wishes into the features that are to run. What was staged for it is deleted on close.
final class Wishes implements AutoCloseable {
  private final BundleContext context;
  private final Sources sources;
  private final Path folder;
  private final StateStore store;
  private final Map<String, FeatureFiles> features;
  private final Set<String> forced = new HashSet<>();
  private @Nullable Repository repository;
  private @Nullable UnaryOperator<String> checksums;
  private final List<Staging> staged = new ArrayList<>();

  /// @param folder of the suite's own repository
  /// @param running what runs now, by name
  Wishes(
      BundleContext context,
      Sources sources,
      Path folder,
      StateStore store,
      Map<String, FeatureFiles> running) {
    this.context = context;
    this.sources = sources;
    this.folder = folder;
    this.store = store;
    this.features = new LinkedHashMap<>(running);
  }

  /// What is to run.
  ///
  /// @throws FeatureException if something wished is not there or not valid
  Target target(List<Wish> wishes) {
    for (Wish wish : wishes) {
      switch (wish.kind()) {
        case INSTALL -> install(wish.what());
        case SWAP -> swap(wish.what());
        case REMOVE -> remove(wish.what());
        case RESTORE -> restore(wish.what());
      }
    }
    return new Target(features, forced);
  }

  private void install(String what) {
    Staging staging = staging(what);
    staged.add(staging);
    Repository from = staging.repository();
    String name = staging.feature().name();
    Claims.check(
        context,
        staging,
        features.values().stream().map(FeatureFiles::feature).toList(),
        other -> Objects.requireNonNull(features.get(other)).owner());
    if (from.folder().equals(folder) && features.containsKey(name)) {
      features.put(name, own(name));
      return;
    }
    Origin origin = staging.origin();
    features.put(
        name,
        FeatureFiles.of(
            from, staging.feature(), Checksums.of(from), true, origin.owner(), origin.publisher()));
  }

  private Staging staging(String what) {
    if (what.startsWith("/")) {
      return sources.open(Path.of(what));
    }
    int at = what.indexOf('@');
    return at < 0
        ? sources.fetch(what, Optional.empty())
        : sources.fetch(what.substring(0, at), Optional.of(what.substring(at + 1)));
  }

  private void swap(String what) {
    int slash = what.indexOf('/');
    String name = slash < 0 ? what : what.substring(0, slash);
    FeatureFiles running = running(name);
    FeatureFiles next = running.added() ? running : own(name);
    features.put(name, next);
    List<String> keys =
        next.feature().bundles().stream()
            .map(FeatureBundle::id)
            .filter(id -> slash < 0 || id.artifact().equals(what.substring(slash + 1)))
            .map(id -> id.key())
            .toList();
    if (keys.isEmpty()) {
      throw new FeatureException(
          Reason.NOT_FOUND,
          new Words(
              "功能“" + name + "”没有部件“" + what.substring(slash + 1) + "”",
              "feature \"" + name + "\" has no bundle \"" + what.substring(slash + 1) + "\""));
    }
    forced.addAll(keys);
  }

  private void remove(String name) {
    if (!running(name).added()) {
      throw new FeatureException(
          Reason.CONFLICT,
          new Words(
              "功能 " + name + " 是系统自带的；只能移除另外安装的功能",
              "the suite came with feature "
                  + name
                  + "; only what was installed into the home can be removed"));
    }
    features.remove(name);
    Feature ours = own().features().get(name);
    boolean needed =
        features.values().stream()
            .anyMatch(
                f -> f.feature().requires().stream().anyMatch(r -> r.artifact().equals(name)));
    if (ours != null && (needed || ours.commands().stream().anyMatch(FeatureCommand::suite))) {
      features.put(name, own(name));
    }
  }

  /// What the suite came with stays its own where it is still the same, and is kept like something
  /// installed where the suite comes with another by now.
  private void restore(String number) {
    SuiteState state = new States(store).read(number(number));
    Map<String, SuiteState.Part> ours = new LinkedHashMap<>();
    for (SuiteState.Part part : state.parts()) {
      if (!part.added() && own().features().containsKey(part.name())) {
        ours.put(part.name(), StateStore.parts(List.of(own(part.name()))).getFirst());
      }
    }
    features.clear();
    for (SuiteState.Part part : state.parts()) {
      FeatureFiles files = store.files(part);
      boolean added = part.added() || !part.equals(ours.get(part.name()));
      features.put(
          part.name(),
          new FeatureFiles(
              files.feature(),
              files.document(),
              added,
              files.owner(),
              files.publisher(),
              files.jars()));
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new FeatureException(
          Reason.INVALID,
          new Words(
              "请用编号指明状态，实际为“" + text + "”", "a state is named by its number, got \"" + text + "\""),
          e);
    }
  }

  private FeatureFiles running(String name) {
    FeatureFiles files = features.get(name);
    if (files == null) {
      throw new FeatureException(
          Reason.NOT_FOUND,
          new Words(
              "没有正在运行的功能“" + name + "”；正在运行的有 " + new TreeSet<>(features.keySet()),
              "no feature \"" + name + "\" runs; there are " + new TreeSet<>(features.keySet())));
    }
    return files;
  }

  private FeatureFiles own(String name) {
    Feature feature = own().features().get(name);
    if (feature == null) {
      throw new FeatureException(
          Reason.NOT_FOUND,
          new Words(
              "系统自带的软件库里已没有功能“" + name + "”",
              "the suite's repository has no feature \"" + name + "\" any more"));
    }
    UnaryOperator<String> known = checksums == null ? Checksums.of(own()) : checksums;
    checksums = known;
    return FeatureFiles.own(own(), feature, known);
  }

  /// The suite's own repository, read once.
  private Repository own() {
    Repository known = repository == null ? Repository.read(folder) : repository;
    repository = known;
    return known;
  }

  @Override
  public void close() {
    staged.forEach(Staging::close);
  }
}
