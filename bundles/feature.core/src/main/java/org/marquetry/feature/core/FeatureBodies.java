package org.marquetry.feature.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangeRun;
import org.marquetry.feature.api.ChangeRun.Settled;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureState;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.feature.api.InstalledFeature;
import org.marquetry.feature.api.QuarantinedBundle;
import org.marquetry.feature.api.StateDifference;
import org.marquetry.feature.api.Wish;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.shop.api.Words;

/// What is sent and answered at the door; bundles by symbolic name and version.
final class FeatureBodies {
  private static final Duration USUAL_PROBATION = Duration.ofSeconds(10);

  private static final String KEEP = "keep";

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
  /// @param uses `keep`, `hold` or `stop`: what becomes of what rests on what goes; keep if left
  ///   out
  /// @param use the same for some of it, by its `object` of the plan
  /// @param probationSeconds 10 if left out
  record ChangeRequest(
      List<WishBody> wishes,
      Optional<String> why,
      Optional<Double> probationSeconds,
      Optional<String> uses,
      Map<String, String> use) {
    ChangeSet set() {
      Duration probation =
          probationSeconds
              .map(s -> Duration.ofMillis(Math.round(s * 1_000)))
              .orElse(USUAL_PROBATION);
      Map<String, Optional<Choice>> single = new TreeMap<>();
      use.forEach((object, word) ->
          single.put(object, choice("/use/" + object.replace("~", "~0").replace("/", "~1"), word)));
      return new ChangeSet(
          wishes.stream().map(WishBody::wish).toList(),
          why.orElse(""),
          probation,
          uses.flatMap(word -> choice("/uses", word)),
          single);
    }
  }

  /// @return empty: it is kept
  private static Optional<Choice> choice(String where, String word) {
    if (word.equals(KEEP)) return Optional.empty();
    return Optional.of(
        Arrays.stream(Choice.values())
            .filter(c -> Settling.word(c).equals(word))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    Problem.invalid(
                        where,
                        "\"" + word + "\" is none of keep, hold, stop.",
                        "Look at the plan: it names what rests on what goes and its choices."))));
  }

  private static ProblemException wrong(String where, String detail) {
    return new ProblemException(
        Problem.invalid(
            where, detail, "Send a kind and what it is about; a file by its absolute path."));
  }

  /// What people made that rests on what changes.
  ///
  /// @param choices what can be done with it before what it rests on goes; empty: it is kept
  record UseBody(
      String object,
      String title,
      String owner,
      String service,
      String provider,
      List<String> choices) {
    static UseBody of(FeatureUse use, Set<Choice> choices) {
      List<String> words = new ArrayList<>();
      if (!choices.isEmpty()) words.add(KEEP);
      choices.stream().sorted().map(Settling::word).forEach(words::add);
      return new UseBody(
          use.object(), use.title(), use.owner(), use.service(), use.provider(), words);
    }
  }

  /// What became of one thing that rested on what went.
  ///
  /// @param choice keep, hold or stop
  record SettledUse(String object, String title, String choice) {
    static SettledUse of(Settled settled) {
      String word = settled.choice().map(Settling::word).orElse(KEEP);
      return new SettledUse(settled.use().object(), settled.use().title(), word);
    }
  }

  /// A plan.
  record PlanBody(
      List<ChangePlan.FeatureStep> features,
      List<String> comes,
      List<String> goes,
      List<String> restarts,
      List<ChangePlan.Handover> handovers,
      List<UseBody> uses,
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
          p.uses().stream().map(use -> UseBody.of(use, p.choices(use))).toList(),
          p.problems().stream().map(Words::en).toList(),
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
      List<SettledUse> settled,
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
          r.settled().stream().map(SettledUse::of).toList(),
          r.probationEnd(),
          r.committed(),
          r.reason().map(Words::en),
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
