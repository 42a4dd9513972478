package org.marquetry.feature.core;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.Quarantine;
import org.marquetry.feature.api.QuarantinedBundle;
import org.marquetry.lib.feature.QuarantineFile;
import org.marquetry.lib.feature.QuarantineFile.Held;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.feature.SuiteState;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the bundles of installed features now and then, and stops one that was bad several
/// times in a row. The suite's own bundles are never stopped.
@Provider("core")
@Component(configurationPid = "org.marquetry.feature.core.quarantine", immediate = true)
@Designate(ocd = QuarantineConfig.class)
public final class BundleQuarantine implements Quarantine {
  private static final Logger log = LoggerFactory.getLogger(BundleQuarantine.class);

  private final BundleContext context;
  private final InstantSource clock;
  private final GateControl gate;
  private final int strikes;
  private final StateStore store;
  private final QuarantineFile file;
  private final Timers.Timer timer;
  private final Map<Long, Calls> seen = new HashMap<>(); // by bundle id; touched by the timer only
  private final Map<Long, Integer> bad = new HashMap<>(); // by bundle id; touched by the timer only

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Audit audit; // a command that runs once has none

  /// Begin to look.
  @Activate
  public BundleQuarantine(
      BundleContext context,
      @Reference InstantSource clock,
      @Reference Timers timers,
      @Reference GateControl gate,
      QuarantineConfig config) {
    this.context = context;
    this.clock = clock;
    this.gate = gate;
    this.strikes = config.strikes();
    Path folder =
        StateStore.folder(Path.of(Objects.requireNonNull(context.getProperty("marquetry.home"))));
    this.store = new StateStore(folder);
    this.file = new QuarantineFile(folder);
    this.timer =
        Actor.SYSTEM.call(() ->
            timers.poll(
                "feature.core.quarantine", Duration.ofSeconds(config.seconds()), this::look));
  }

  @Deactivate
  void close() {
    timer.cancel();
  }

  private void look() {
    Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    if (framework.getState() != Bundle.ACTIVE) {
      return; // it starts or stops
    }
    Set<String> added =
        store.current().stream()
            .flatMap(s -> s.parts().stream())
            .filter(SuiteState.Part::added)
            .flatMap(p -> p.checksums().values().stream())
            .collect(Collectors.toSet());
    added.removeAll(file.checksums());
    if (added.isEmpty()) {
      return;
    }
    Map<String, Calls> calls = Calls.byBundle(gate);
    Set<Long> there =
        Arrays.stream(context.getBundles()).map(Bundle::getBundleId).collect(Collectors.toSet());
    seen.keySet().retainAll(there);
    bad.keySet().retainAll(there);
    for (Bundle bundle : context.getBundles()) {
      Location.of(bundle)
          .filter(l -> added.contains(l.checksum()))
          .ifPresent(l -> look(bundle, l, calls.getOrDefault(Probe.name(bundle), Calls.NONE)));
    }
  }

  private void look(Bundle bundle, Location location, Calls now) {
    long id = bundle.getBundleId();
    Calls before = seen.put(id, now);
    Optional<String> wrong = wrong(bundle, before == null ? now : before, now);
    if (wrong.isEmpty()) {
      bad.remove(id);
    } else if (bad.merge(id, 1, Integer::sum) >= strikes) {
      bad.remove(id);
      hold(bundle, location, wrong.get());
    }
  }

  private static Optional<String> wrong(Bundle bundle, Calls before, Calls now) {
    boolean meant = bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    if (meant && bundle.getState() < Bundle.STARTING) {
      return Optional.of("it does not start");
    }
    Calls lately = now.since(before);
    return lately.areFailing()
        ? Optional.of(lately.failed() + " of its last " + lately.all() + " calls failed")
        : Optional.empty();
  }

  private void hold(Bundle bundle, Location location, String why) {
    String name = Probe.name(bundle);
    String all = why + ", " + strikes + " times in a row";
    file.add(new Held(name, location.checksum(), clock.instant(), all));
    log.error("{} is stopped and held: {}; `feature release` lets it run again", name, all);
    Actor.SYSTEM.run(() -> note("feature.hold", name, Map.of("why", all)));
    try {
      bundle.stop();
    } catch (BundleException e) {
      log.error("{} does not stop", name, e);
    }
  }

  private void note(String act, String bundle, Map<String, String> details) {
    Audit there = audit;
    if (there != null) {
      there.note(new Audit.Act(act, "bundle/" + bundle.replace(' ', '-'), details));
    }
  }

  @Override
  public List<QuarantinedBundle> held() {
    return file.read().stream()
        .map(h -> new QuarantinedBundle(h.bundle(), h.at(), h.why()))
        .toList();
  }

  @Override
  public void release(String bundle) {
    List<Held> released = file.read().stream().filter(h -> names(bundle, h)).toList();
    if (released.isEmpty()) {
      List<String> names = held().stream().map(QuarantinedBundle::bundle).toList();
      throw new FeatureException(
          Reason.NOT_FOUND,
          new Words(
              "没有名为 " + bundle + " 的部件被停用；被停用的有 " + names,
              "no bundle " + bundle + " is held; held are " + names));
    }
    Set<String> checksums = released.stream().map(Held::sha256).collect(Collectors.toSet());
    file.remove(h -> checksums.contains(h.sha256()));
    note("feature.release", released.getFirst().bundle(), Map.of());
    Arrays.stream(context.getBundles())
        .filter(b -> Location.of(b).filter(l -> checksums.contains(l.checksum())).isPresent())
        .forEach(BundleQuarantine::start);
  }

  private static boolean names(String asked, Held held) {
    return held.bundle().equals(asked) || held.bundle().startsWith(asked + " ");
  }

  private static void start(Bundle bundle) {
    try {
      bundle.start(Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException e) {
      throw Probe.notStarting(bundle, e);
    }
  }
}
