package org.marquetry.feature.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangeRun;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureState;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.feature.api.QuarantinedBundle;
import org.marquetry.feature.api.StateDifference;
import org.marquetry.feature.api.Wish;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

/// What is sent and answered at the door; bundles by symbolic name and version.
final class FeatureBodies {
  private static final Duration USUAL_PROBATION = Duration.ofSeconds(10);

  private FeatureBodies() {}

  /// Body of `GET /features`.
  record FeatureList(List<InstalledFeature> features) {}

  /// @param kind install, swap, remove or restore
  /// @param what as in [Wish]; a file by its absolute path on the suite's machine
  record WishBody(String kind, String what) {
    Wish wish() {
      Wish.Kind wanted =
          Arrays.stream(Wish.Kind.values())
              .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(kind))
              .findFirst()
              .orElseThrow(() ->
                  wrong("/wishes", "\"" + kind + "\" is none of install, swap, remove, restore."));
      return new Wish(wanted, what);
    }
  }

  /// What is wanted, all at once.
  ///
  /// @param probationSeconds 10 if left out
  record ChangeRequest(
      List<WishBody> wishes, Optional<String> why, Optional<Double> probationSeconds) {
    ChangeSet set() {
      Duration probation =
          probationSeconds
              .map(s -> Duration.ofMillis(Math.round(s * 1_000)))
              .orElse(USUAL_PROBATION);
      return new ChangeSet(wishes.stream().map(WishBody::wish).toList(), why.orElse(""), probation);
    }
  }

  private static ProblemException wrong(String where, String detail) {
    return new ProblemException(
        Problem.invalid(
            where, detail, "Send a kind and what it is about; a file by its absolute path."));
  }

  /// A plan.
  record PlanBody(
      List<ChangePlan.FeatureStep> features,
      List<String> comes,
      List<String> goes,
      List<String> restarts,
      List<ChangePlan.Handover> handovers,
      List<FeatureUse> uses,
      List<String> problems,
      boolean restart,
      double awaySeconds) {
    static PlanBody of(ChangePlan p) {
      return new PlanBody(
          p.features(),
          p.comes(),
          p.goes(),
          p.restarts(),
          p.handovers(),
          p.uses(),
          p.problems(),
          p.restart(),
          p.away().toMillis() / 1000.0);
    }
  }

  /// A change.
  record ChangeBody(
      String stage,
      String by,
      String why,
      Instant at,
      List<ChangePlan.FeatureStep> features,
      List<String> installed,
      List<String> removed,
      Optional<Instant> probationEnd,
      Optional<Long> committed,
      Optional<String> reason,
      double seconds) {
    static ChangeBody of(ChangeRun r) {
      return new ChangeBody(
          r.stage().name().toLowerCase(Locale.ROOT),
          r.by(),
          r.why(),
          r.at(),
          r.features(),
          r.installed(),
          r.removed(),
          r.probationEnd(),
          r.committed(),
          r.reason(),
          r.took().toMillis() / 1000.0);
    }
  }

  /// The states that are kept.
  record StateList(List<FeatureState> states) {}

  /// The bundles that are held.
  record HeldList(List<QuarantinedBundle> held) {}

  /// How two differ.
  record DifferenceBody(
      long from,
      long to,
      List<StateDifference.Changed> features,
      List<StateDifference.Changed> bundles,
      List<StateDifference.Changed> configuration) {
    static DifferenceBody of(StateDifference d) {
      return new DifferenceBody(d.from(), d.to(), d.features(), d.bundles(), d.configuration());
    }
  }
}
