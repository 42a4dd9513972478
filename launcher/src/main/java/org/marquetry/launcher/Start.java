package org.marquetry.launcher;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.lib.feature.FeatureFiles;
import org.marquetry.lib.feature.Pointer;
import org.marquetry.lib.feature.Repository;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.feature.SuiteState;

/// Which state of the suite a start is of.
///
/// @param state its number; empty for a command that runs once
/// @param safe whether it is the state that was last seen to run well, whatever counts now
/// @param trial whether it counts only once the suite was seen to run well, and another counts
///   until then
record Start(StartPlan plan, Optional<Long> state, boolean safe, boolean trial) {
  private static final int MOST_ATTEMPTS = 2;

  /// A command that runs once: the suite's own features under those of the home.
  static Start once(Repository repository, StateStore store, String feature, boolean temporary) {
    List<FeatureFiles> added = temporary ? List.of() : added(store, store.current());
    return new Start(
        StartPlan.of(repository, added, Set.of(feature), temporary),
        Optional.empty(),
        false,
        false);
  }

  /// The state in which the suite was last seen to run well.
  ///
  /// @throws Problem if it never was
  static SuiteState lastHealthy(StateStore store) {
    return store
        .pointer()
        .lastHealthy()
        .map(store::read)
        .orElseThrow(() ->
            Problem.failure(
                "no state of this home was ever seen to run well; start without --safe"));
  }

  /// The suite as it was when it was last seen to run well, whatever was changed since.
  static Start safe(StateStore store) {
    SuiteState state = lastHealthy(store);
    StartPlan plan = StartPlan.of(store.files(state), false);
    return new Start(plan, Optional.of(state.number()), true, false);
  }

  /// The suite: the state that is to be tried or that counts, with the suite's own features as they
  /// are now. Where these have changed that is a new state, to be tried. One that was tried in vain
  /// is not tried again.
  static Start suite(
      Repository repository,
      StateStore store,
      String feature,
      String configuration,
      PrintStream err) {
    Pointer pointer = store.pointer();
    if (pointer.trial().isPresent()
        && pointer.current().isPresent()
        && pointer.attempts() >= MOST_ATTEMPTS) {
      String why = "it ended " + pointer.attempts() + " times before it was seen to run well";
      err.println("marquetry: state " + pointer.trial().get() + " is given up: " + why);
      pointer = pointer.refused(why);
      store.point(pointer);
    }
    Optional<SuiteState> base = pointer.trial().or(pointer::current).map(store::read);
    List<FeatureFiles> added = added(store, base);
    Set<String> names = new TreeSet<>(added.stream().map(FeatureFiles::name).toList());
    names.add(feature);
    StartPlan plan = StartPlan.of(repository, added, names, false);
    List<SuiteState.Part> parts = StateStore.parts(plan.features());
    if (base.isPresent() && base.get().sameFiles(parts)) {
      return base.get().configuration().equals(configuration)
          ? of(store, pointer, plan, base.get())
          : reconfigured(store, pointer, plan, configuration);
    }
    Optional<SuiteState> refused = pointer.refused().map(r -> store.read(r.state()));
    if (base.isPresent() && refused.filter(r -> r.sameFiles(parts)).isPresent()) {
      err.println(
          "marquetry: the suite's own features are those of state "
              + refused.get().number()
              + ", which was given up ("
              + pointer.refused().get().why()
              + "); state "
              + base.get().number()
              + " is started instead");
      return of(store, pointer, StartPlan.of(store.files(base.get()), false), base.get());
    }
    String why = base.isEmpty() ? "first start" : "the suite's own features have changed";
    SuiteState next = add(store, why, configuration, plan);
    return of(store, pointer.staged(next.number()), plan, next);
  }

  /// The same features with another configuration are another state, which needs no trial of its
  /// own: what the operator has written is what they want.
  private static Start reconfigured(
      StateStore store, Pointer pointer, StartPlan plan, String configuration) {
    SuiteState next = add(store, "another configuration", configuration, plan);
    if (pointer.trial().isPresent()) {
      return of(store, pointer.staged(next.number()), plan, next);
    }
    Pointer now = pointer.reconfigured(next.number());
    store.point(now);
    return of(store, now, plan, next);
  }

  private static SuiteState add(
      StateStore store, String why, String configuration, StartPlan plan) {
    return store.add(Instant.now(), "system/start", why, configuration, plan.features());
  }

  private static Start of(StateStore store, Pointer pointer, StartPlan plan, SuiteState state) {
    boolean tried = pointer.trial().isPresent();
    if (tried) {
      store.point(pointer.attempted());
    }
    boolean fallback =
        pointer.current().map(store::read).filter(c -> !c.sameFiles(state.parts())).isPresent();
    return new Start(plan, Optional.of(state.number()), false, tried && fallback);
  }

  /// Give the trial up.
  static void refuse(StateStore store, String why) {
    store.point(store.pointer().refused(why));
  }

  private static List<FeatureFiles> added(StateStore store, Optional<SuiteState> state) {
    return state.stream()
        .flatMap(s -> s.parts().stream())
        .filter(SuiteState.Part::added)
        .map(store::files)
        .toList();
  }
}
