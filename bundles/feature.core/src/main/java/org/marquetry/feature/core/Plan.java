package org.marquetry.feature.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.BundleSet;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/// What has to be done so that other features run: which bundles come, which go, which stay, which
/// are stopped and started because they use what goes.
///
/// @param replacedByRestart those that may only change by a restart of the suite
/// @param problems what stands in the way
record Plan(
    List<Change.Fresh> fresh,
    List<Bundle> gone,
    List<Bundle> kept,
    List<Bundle> restarted,
    List<Bundle> replacedByRestart,
    List<Words> problems) {

  boolean isByRestart() {
    return !replacedByRestart.isEmpty();
  }

  boolean isEmpty() {
    return fresh.isEmpty() && gone.isEmpty();
  }

  /// Compare with what runs.
  static Plan of(BundleContext context, Collection<FeatureFiles> before, Target target) {
    return new Planner(context, target).plan(before);
  }

  /// Ours say so themselves; of the others, those that give packages to other bundles.
  static boolean needsRestart(Bundle bundle) {
    String swap = bundle.getHeaders("").get("Marquetry-Swap");
    if (swap == null) {
      return bundle.getHeaders("").get("Export-Package") != null;
    }
    return swap.equals("restart");
  }

  private static final class Planner {
    private final BundleContext context;
    private final Target target;
    private final Map<String, Bundle> running = new TreeMap<>();
    private final Plan plan =
        new Plan(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());

    Planner(BundleContext context, Target target) {
      this.context = context;
      this.target = target;
      for (Bundle bundle : context.getBundles()) {
        Location.of(bundle).ifPresent(l -> running.put(l.id().key(), bundle));
      }
    }

    Plan plan(Collection<FeatureFiles> before) {
      Map<String, BundleSet.Chosen> wanted =
          new LinkedHashMap<>(BundleSet.of(target.features().values()).bundles());
      wanted.forEach(this::compare);
      for (String key : BundleSet.of(before).bundles().keySet()) {
        Bundle there = running.get(key);
        if (there != null && !wanted.containsKey(key)) {
          plan.gone.add(there);
        }
      }
      FrameworkWiring wiring =
          context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
      for (Bundle user : wiring.getDependencyClosure(plan.gone)) {
        if (!plan.gone.contains(user)) {
          plan.restarted.add(user);
          if (needsRestart(user)) {
            plan.replacedByRestart.add(user);
          }
        }
      }
      missingFeatures();
      claims();
      missingParts();
      return plan;
    }

    private void compare(String key, BundleSet.Chosen chosen) {
      Bundle there = running.get(key);
      var location = new Location(chosen.bundle().id(), chosen.file().checksum());
      if (there != null) {
        boolean same = Location.of(there).filter(location::equals).isPresent();
        boolean byRestart = needsRestart(there);
        if (same && (byRestart || !target.forced().contains(key))) {
          plan.kept.add(there);
          return;
        }
        plan.gone.add(there);
        if (byRestart) {
          plan.replacedByRestart.add(there);
        }
      }
      plan.fresh.add(
          new Change.Fresh(
              location, chosen.file().jar(), chosen.bundle().startLevel(), chosen.limit()));
    }

    private void missingFeatures() {
      target
          .features()
          .values()
          .forEach(files ->
              files.feature().requires().stream()
                  .map(r -> r.artifact())
                  .filter(r -> !target.features().containsKey(r))
                  .forEach(r ->
                      plan.problems.add(
                          new Words(
                              "功能 "
                                  + files.name()
                                  + " 需要功能 "
                                  + r
                                  + "，而它不会运行；请一并安装它，或移除 "
                                  + files.name(),
                              "feature "
                                  + files.name()
                                  + " needs feature "
                                  + r
                                  + ", which would not run; install it too, or remove "
                                  + files.name()))));
    }

    /// Two features may share a bundle, not name different ones under one id.
    private void claims() {
      Map<String, Claim> first = new TreeMap<>();
      for (FeatureFiles files : new TreeMap<>(target.features()).values()) {
        files
            .jars()
            .forEach((id, jar) -> {
              Claim claim = new Claim(files.name(), id, jar.checksum());
              Claim other = first.putIfAbsent(id.key(), claim);
              if (other != null && !other.checksum.equals(claim.checksum)) {
                plan.problems.add(
                    new Words(
                        "功能 "
                            + other.feature
                            + " 和 "
                            + claim.feature
                            + " 带来了不同的部件 "
                            + other.id
                            + " 和 "
                            + id
                            + "；一个部件只属于一个功能：请选用相配的版本，或给部件换个名称",
                        "features "
                            + other.feature
                            + " and "
                            + claim.feature
                            + " bring different bundles "
                            + other.id
                            + " and "
                            + id
                            + "; a bundle belongs to one feature: take versions of both that go together,"
                            + " or another name for the bundle"));
              }
            });
      }
    }

    private record Claim(String feature, ArtifactId id, String checksum) {}

    private void missingParts() {
      Requirements requirements = new Requirements();
      for (Bundle bundle : context.getBundles()) {
        if (!plan.gone.contains(bundle) && !Leaving.is(bundle)) {
          requirements.offer(bundle.adapt(BundleRevision.class));
        }
      }
      Map<String, org.osgi.resource.Resource> fresh = new LinkedHashMap<>();
      for (Change.Fresh bundle : plan.fresh) {
        fresh.put(bundle.location().id().toString(), Requirements.read(bundle.jar()));
      }
      fresh.values().forEach(requirements::offer);
      fresh.forEach((name, resource) -> plan.problems.addAll(requirements.missing(name, resource)));
      for (Bundle bundle : plan.restarted) {
        plan.problems.addAll(
            requirements.missing(Probe.name(bundle), bundle.adapt(BundleRevision.class)));
      }
    }
  }
}
