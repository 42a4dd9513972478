package org.marquetry.feature.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.marquetry.feature.api.ChangeProgress.Step;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.core.source.Refusal;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Powers;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

/// One change: new bundles beside the old ones, then the old ones away ([Leaving]).
final class Change {
  /// A bundle to install.
  ///
  /// @param limit the powers to which the gate holds it; empty: all
  record Fresh(Location location, Path jar, int startLevel, Optional<Powers> limit) {
    /// Symbolic name, as ours are made, and version.
    String name() {
      return location.id().group() + "." + location.id().artifact() + " " + location.id().version();
    }
  }

  private final BundleContext context;
  private final GateControl gate;
  private final Making making;
  private final Leaving leaving;

  /// @param making hears how far it is
  /// @param leaving takes the old bundles
  Change(BundleContext context, GateControl gate, Making making, Leaving leaving) {
    this.context = context;
    this.gate = gate;
    this.making = making;
    this.leaving = leaving;
  }

  /// Make the change.
  ///
  /// @return the new bundles
  /// @throws FeatureException if a new bundle does not work; then none of them is left and the old
  ///   ones are untouched
  List<Bundle> make(List<Fresh> fresh, Collection<Bundle> old) {
    leaving.end();
    List<Bundle> added = new ArrayList<>();
    Probe probe = new Probe(context);
    try {
      for (Fresh bundle : fresh) added.add(install(bundle));
      each(Step.STARTING, added, Change::start);
      each(Step.PROBING, added, probe::check);
    } catch (RuntimeException e) {
      List<String> refused =
          added.stream()
              .flatMap(b -> Actor.SYSTEM.call(() -> gate.refused(b.getLocation())).stream())
              .toList();
      probe.release();
      leaving.uninstall(added);
      if (refused.isEmpty()) throw e;
      Words why = Refusal.words(e);
      throw new FeatureException(
          Reason.NOT_WORKING,
          new Words(
              why.zh() + "；它的功能没有声明所要求的权限（marquetry.powers）：" + String.join("、", refused),
              why.en()
                  + "; its feature does not declare what it asks for (marquetry.powers): "
                  + String.join(", ", refused)),
          e);
    }
    making.at(Step.HANDING_OVER, "", 0, old.size());
    leaving.take(old);
    probe.release();
    return added;
  }

  private void each(Step step, List<Bundle> bundles, Consumer<Bundle> act) {
    for (int i = 0; i < bundles.size(); i++) {
      making.at(step, Probe.name(bundles.get(i)), i, bundles.size());
      act.accept(bundles.get(i));
    }
  }

  private Bundle install(Fresh fresh) {
    int number = 0;
    while (context.getBundle(fresh.location().text(number)) != null) number++;
    String location = fresh.location().text(number);
    Actor.SYSTEM.run(() ->
        fresh
            .limit()
            .ifPresentOrElse(
                p -> gate.limit(location, Set.copyOf(p.limits())), () -> gate.lift(location)));
    try (InputStream jar = Files.newInputStream(fresh.jar())) {
      if (!Checksums.of(fresh.jar()).equals(fresh.location().checksum())) {
        throw new FeatureException(
            Reason.INVALID,
            new Words(
                fresh.jar() + " 已损坏：它的 SHA-256 不是 " + fresh.location().checksum(),
                fresh.jar() + " is damaged: its SHA-256 is not " + fresh.location().checksum()));
      }
      Bundle bundle = context.installBundle(location, jar);
      bundle.adapt(BundleStartLevel.class).setStartLevel(fresh.startLevel());
      return bundle;
    } catch (IOException | BundleException e) {
      throw new FeatureException(
          Reason.NOT_WORKING,
          new Words(
              "无法安装 " + fresh.location().id() + "：" + e.getMessage(),
              "cannot install " + fresh.location().id() + ": " + e.getMessage()),
          e);
    }
  }

  private static void start(Bundle bundle) {
    if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) return;
    try {
      bundle.start(Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException e) {
      throw Probe.notStarting(bundle, e);
    }
  }
}
