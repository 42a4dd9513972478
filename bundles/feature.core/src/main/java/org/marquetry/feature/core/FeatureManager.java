package org.marquetry.feature.core;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangeProgress;
import org.marquetry.feature.api.ChangeRun;
import org.marquetry.feature.api.ChangeRun.Settled;
import org.marquetry.feature.api.ChangeRun.Stage;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureCondition;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.FeatureState;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.feature.api.StateDifference;
import org.marquetry.feature.core.source.Refusal;
import org.marquetry.feature.core.source.Sources;
import org.marquetry.feature.spi.FeatureUses;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.lib.feature.Pointer;
import org.marquetry.lib.feature.QuarantineFile;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.feature.SuiteState;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes features while the suite runs.
@Provider("core")
@Component
public final class FeatureManager implements Features {
  private static final Logger log = LoggerFactory.getLogger(FeatureManager.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration SOON = Duration.ofMillis(10);
  private static final Words ASKED_FOR = new Words("应要求", "asked for");
  private static final Duration USUAL_RESTART = Duration.ofSeconds(15);

  private final BundleContext context;
  private final Sources sources;
  private final InstantSource clock;
  private final Timers timers;
  private final GateControl gate;
  private final Wellness wellness;
  private final Path repository;
  private final StateStore store;
  private final StartWatch start;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Running running;
  private final Making making = new Making();
  private final Leaving leaving;
  private final Promises promises = new Promises();
  private @Nullable Trial trial;
  private Timers.@Nullable Timer watch;

  private final ChangeBook book = new ChangeBook(this::audit);

  @Reference volatile List<FeatureUses> uses = List.of();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Audit audit; // a command that runs once has none

  private @Nullable Audit audit() {
    return audit;
  }

  /// Read what runs.
  @Activate
  public FeatureManager(
      BundleContext context,
      @Reference Sources sources,
      @Reference InstantSource clock,
      @Reference Timers timers,
      @Reference GateControl gate) {
    this.context = context;
    this.sources = sources;
    this.clock = clock;
    this.timers = timers;
    this.gate = gate;
    this.wellness = new Wellness(context, gate);
    this.leaving =
        new Leaving(
            context, location -> Actor.SYSTEM.run(() -> gate.lift(location)), timers, oneAtATime);
    this.repository = Path.of(Running.property(context, "marquetry.repository"));
    Path folder = StateStore.folder(Path.of(Running.property(context, "marquetry.home")));
    this.store = new StateStore(folder);
    this.running = new Running(context, repository, store);
    this.start =
        new StartWatch(context, store, new QuarantineFile(folder), wellness, timers, oneAtATime);
    running.state().ifPresent(start::follow);
  }

  @Deactivate
  void stop() {
    start.close();
    endTrial();
    if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE) {
      leaving.close(); // else the launcher does it at the next start
    }
  }

  private void endTrial() {
    trial = null;
    if (watch != null) {
      watch.cancel();
      watch = null;
    }
  }

  /// A change whose bundles run, and that does not count yet.
  ///
  /// @param before what ran, from kept files
  /// @param end of its probation
  private record Trial(Map<String, FeatureFiles> before, List<Bundle> added, Instant end) {}

  @Override
  public List<InstalledFeature> installed() {
    return told(() ->
        running.features().values().stream()
            .map(new Installed(context, promises)::of)
            .sorted(Comparator.comparing(InstalledFeature::name))
            .toList());
  }

  @Override
  public List<FeatureCondition> conditions() {
    return told(() ->
        new Installed(context, promises)
            .conditions(running.features().values(), wellness, settling().uses()));
  }

  @Override
  public ChangePlan plan(ChangeSet wanted) {
    return locked(() -> {
      try (Wishes wishes = wishes()) {
        Target target = wishes.target(wanted.wishes());
        Plan plan = plan(target);
        Duration away = start.took().orElse(USUAL_RESTART);
        ChangePlan told = explained(target, plan).of(settling().uses(), List.of(), away);
        List<Words> chosen = Settling.problems(told, wanted);
        return chosen.isEmpty() ? told : explained(target, plan).of(told.uses(), chosen, away);
      }
    });
  }

  @Override
  public ChangeRun apply(ChangeSet wanted) {
    making.begin(wanted.wishes(), clock.instant());
    return make(wanted);
  }

  @Override
  public void begin(ChangeSet wanted) {
    making.begin(wanted.wishes(), clock.instant());
    soon(() -> makeAndTell(wanted));
  }

  /// Run once, by another thread, whether the suite's clock goes on or stands.
  private void soon(Runnable task) {
    AtomicBoolean ran = new AtomicBoolean();
    AtomicReference<Timers.@Nullable Timer> own = new AtomicReference<>();
    own.set(
        timers.poll(
            "feature.core.change",
            SOON,
            () -> {
              Timers.Timer timer = own.get();
              if (ran.compareAndSet(false, true)) {
                task.run();
              } else if (timer != null) {
                timer.cancel();
              }
            }));
  }

  /// Nobody waits for it: whoever wanted it looks at the progress.
  private void makeAndTell(ChangeSet wanted) {
    try {
      make(wanted);
    } catch (FeatureException refused) {
      log.info("A change was not made: {}", refused.getMessage());
    }
  }

  private ChangeRun make(ChangeSet wanted) {
    Optional<Words> refused = Optional.of(new Words("执行失败；原因见系统日志", "it failed; the log says why"));
    try {
      ChangeRun made =
          locked(() -> {
            refuseSecond();
            try (Wishes wishes = wishes()) {
              return apply(wishes.target(wanted.wishes()), wanted);
            }
          });
      refused = Optional.empty();
      return made;
    } catch (FeatureException e) {
      refused = Optional.of(e.words());
      throw e;
    } finally {
      refused.ifPresentOrElse(making::refused, making::end);
    }
  }

  @Override
  public Optional<ChangeProgress> progress() {
    return making.progress();
  }

  private void refuseSecond() {
    if (trial != null) {
      throw Refusal.conflict(
          "另一个变更正在观察，到 " + trial.end + " 为止；请先保留或撤回它（`feature keep`、`feature back`）",
          "another change is on probation until "
              + trial.end
              + "; keep it or take it back first (`feature keep`, `feature back`)");
    }
    if (store.pointer().trial().isPresent() && start.isOver()) {
      throw Refusal.conflict(
          "另一个变更正等待系统下次启动；请重启系统，或撤回它（`feature restart`、`feature back`）",
          "another change waits for the next start of the suite; start it again or take the"
              + " change back (`feature restart`, `feature back`)");
    }
  }

  private ChangeRun apply(Target wanted, ChangeSet set) {
    long begin = System.nanoTime();
    Target target = kept(wanted);
    Plan plan = plan(target);
    if (!plan.problems().isEmpty()) {
      throw new FeatureException(Reason.CONFLICT, Refusal.joined(plan.problems(), "\n"));
    }
    Explained explained = explained(target, plan);
    if (plan.isByRestart() && !start.isOver()) {
      throw Refusal.conflict(
          "系统刚刚启动，仍在观察；请稍后再试",
          "the suite has just started and is still looked at; try again in a moment");
    }
    List<Settled> settled = settled(explained, set);
    if (plan.isByRestart()) {
      SuiteState next = add(set.why(), target.features().values());
      store.point(store.pointer().staged(next.number()));
      return book.made(
          explained,
          set,
          settled,
          Stage.STAGED,
          clock.instant(),
          Optional.empty(),
          Optional.empty(),
          begin);
    }
    Map<String, FeatureFiles> before = running.features();
    List<Bundle> added = new Change(context, gate, making, leaving).make(plan.fresh(), plan.gone());
    running.are(target.features().values());
    Instant now = clock.instant();
    Trial made = new Trial(before, added, now.plus(set.probation()));
    if (set.probation().isZero()) {
      Optional<Long> number = Optional.of(commit(made, set.why(), false));
      return book.made(
          explained, set, settled, Stage.COMMITTED, now, Optional.empty(), number, begin);
    }
    long endNanos = System.nanoTime() + set.probation().toNanos();
    trial = made;
    watch = timers.poll("feature.core.probation", LOOK, () -> look(set.why(), endNanos));
    Optional<Instant> end = Optional.of(made.end);
    return book.made(explained, set, settled, Stage.PROBATION, now, end, Optional.empty(), begin);
  }

  /// Do what was chosen, if all of it can be done.
  private List<Settled> settled(Explained explained, ChangeSet set) {
    ChangePlan plan = explained.of(settling().uses(), List.of(), Duration.ZERO);
    List<Words> problems = Settling.problems(plan, set);
    if (!problems.isEmpty()) {
      throw new FeatureException(Reason.CONFLICT, Refusal.joined(problems, "\n"));
    }
    return settling().settle(plan, set);
  }

  /// What comes is kept first, so that nothing depends on where it came from.
  private Target kept(Target wanted) {
    Map<String, FeatureFiles> features = new LinkedHashMap<>();
    wanted
        .features()
        .forEach((name, files) ->
            features.put(
                name, files.equals(running.features().get(name)) ? files : store.take(files)));
    return new Target(features, wanted.forced());
  }

  private void look(String why, long endNanos) {
    oneAtATime.lock();
    try {
      Trial tried = trial;
      if (tried == null) {
        return;
      }
      Optional<Words> wrong = wellness.wrong(tried.added);
      if (wrong.isPresent()) {
        log.warn("A change is taken back: {}", wrong.get().en());
        back(tried, wrong.get());
      } else if (System.nanoTime() > endNanos) {
        keep(tried, why, true);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private ChangeRun keep(Trial tried, String why, boolean watched) {
    endTrial();
    try {
      long number = commit(tried, why, watched);
      return book.became(Stage.COMMITTED, Optional.of(number), Optional.empty());
    } catch (FeatureException e) {
      book.became(Stage.TAKEN_BACK, Optional.empty(), Optional.of(e.words()));
      throw e;
    }
  }

  private ChangeRun back(Trial tried, Words why) {
    endTrial();
    restore(tried);
    return book.became(Stage.TAKEN_BACK, Optional.empty(), Optional.of(why));
  }

  private void restore(Trial tried) {
    try {
      Plan plan = plan(Target.of(tried.before.values()));
      new Change(context, gate, making, leaving).make(plan.fresh(), plan.gone());
      running.are(tried.before.values());
    } catch (FeatureException e) {
      log.error("The former bundles do not come back while the suite runs; it starts again", e);
      start.again();
    }
  }

  /// The state that runs counts from now on. Where it cannot be kept, as on a full disk, the former
  /// bundles come back: what runs is always what the next start brings.
  private long commit(Trial tried, String why, boolean watched) {
    try {
      SuiteState next = add(why, running.features().values());
      Pointer pointer = store.pointer().committed(next.number());
      store.point(watched ? pointer.seenHealthy(next.number()) : pointer);
      running.is(next.number());
      return next.number();
    } catch (org.marquetry.lib.feature.FeatureException e) {
      restore(tried);
      throw new FeatureException(
          Reason.FAILED,
          new Words(e.zh() + "；原来的部件已恢复", e.getMessage() + "; the former bundles are back"),
          e);
    }
  }

  private SuiteState add(String why, Collection<FeatureFiles> features) {
    String configuration =
        Objects.requireNonNullElse(context.getProperty("marquetry.configuration"), "{}\n");
    return store.add(
        clock.instant(), ChangeBook.actor(), why, configuration, List.copyOf(features));
  }

  @Override
  public Optional<ChangeRun> last() {
    return book.last(); // waits for nothing
  }

  @Override
  public ChangeRun keep() {
    return locked(() -> keep(onProbation(), book.why(), false));
  }

  @Override
  public ChangeRun takeBack() {
    return locked(() -> {
      if (store.pointer().trial().isPresent() && start.isOver() && book.last().isPresent()) {
        store.point(store.pointer().refused("it was taken back"));
        return book.became(Stage.TAKEN_BACK, Optional.empty(), Optional.of(ASKED_FOR));
      }
      return back(onProbation(), ASKED_FOR);
    });
  }

  private Trial onProbation() {
    Trial tried = trial;
    if (tried == null) {
      throw Refusal.conflict("没有正在观察的变更", "no change is on probation");
    }
    return tried;
  }

  @Override
  public void restart() {
    if (store.pointer().trial().isEmpty()) {
      throw Refusal.conflict("没有等待系统启动的变更", "no change waits for a start of the suite");
    }
    start.again();
  }

  @Override
  public List<FeatureState> states() {
    return told(() -> new States(store).list(running.state()));
  }

  @Override
  public StateDifference compare(long from, long to) {
    return new States(store).compare(from, to);
  }

  private Plan plan(Target target) {
    return Plan.of(context, running.features().values(), target);
  }

  private Explained explained(Target target, Plan plan) {
    return new Explained(plan, running.features(), target);
  }

  private Settling settling() {
    return new Settling(uses);
  }

  private Wishes wishes() {
    return new Wishes(context, sources, repository, store, running.features());
  }

  private <T> T locked(Supplier<T> task) {
    oneAtATime.lock();
    try {
      return told(task);
    } finally {
      oneAtATime.unlock();
    }
  }

  /// What is wrong with files on disk, in the words of the API.
  private static <T> T told(Supplier<T> task) {
    try {
      return task.get();
    } catch (org.marquetry.lib.feature.FeatureException e) {
      throw Refusal.invalid(e);
    }
  }
}
