package org.marquetry.feature.core;

import java.util.List;
import java.util.function.Supplier;
import org.marquetry.feature.api.ChangeRun;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.Quarantine;
import org.marquetry.feature.core.FeatureBodies.ChangeBody;
import org.marquetry.feature.core.FeatureBodies.ChangeRequest;
import org.marquetry.feature.core.FeatureBodies.DifferenceBody;
import org.marquetry.feature.core.FeatureBodies.FeatureList;
import org.marquetry.feature.core.FeatureBodies.HeldList;
import org.marquetry.feature.core.FeatureBodies.PlanBody;
import org.marquetry.feature.core.FeatureBodies.StateList;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Features at the door.
@Component(
    service = {},
    immediate = true)
public final class FeatureOperations {
  private static final Ops OPS = new Ops("feature.read", "feature.install");

  private final Features features;
  private final Quarantine quarantine;
  private final Served served;

  @Activate
  public FeatureOperations(
      BundleContext context, @Reference Features features, @Reference Quarantine quarantine) {
    this.features = features;
    this.quarantine = quarantine;
    served = Served.by(context, "feature", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "feature.list",
            "/features",
            "List the features that run",
            FeatureList.class,
            _ -> new FeatureList(features.installed())),
        OPS.change(
            "feature.plan",
            "POST /feature-plans",
            "Say what a change of features would do; nothing changes",
            ChangeRequest.class,
            PlanBody.class,
            false,
            r -> answer(() -> PlanBody.of(features.plan(set(r))))),
        OPS.change(
            "feature.change",
            "POST /feature-changes",
            "Install, swap, remove or restore features, all at once or not at all",
            ChangeRequest.class,
            ChangeBody.class,
            false,
            r -> answer(() -> ChangeBody.of(features.apply(set(r))))),
        OPS.get(
            "feature.last",
            "/feature-changes/last",
            "Say how far the last change of features is",
            ChangeBody.class,
            _ -> features.last().map(ChangeBody::of).orElseThrow(FeatureOperations::none)),
        change("keep", "Let the change on probation count now", features::keep),
        change("back", "Bring the former bundles back now", features::takeBack),
        OPS.change(
            "feature.restart",
            "POST /feature-changes/last/restart",
            "Start the suite again, so that what waits for it is made",
            null,
            null,
            false,
            _ -> done(features::restart)),
        OPS.get(
            "feature.states",
            "/feature-states",
            "List the states of the suite that are kept, newest first",
            StateList.class,
            _ -> new StateList(features.states())),
        OPS.get(
            "feature.quarantine",
            "/feature-quarantine",
            "List the bundles that are held because they failed again and again",
            HeldList.class,
            _ -> new HeldList(quarantine.held())),
        OPS.change(
            "feature.release",
            "POST /feature-quarantine/{bundle}/release",
            "Let a held bundle run again",
            null,
            null,
            false,
            this::release),
        OPS.get(
            "feature.compare",
            "/feature-states/{from}/difference/{to}",
            "Compare two states of the suite",
            DifferenceBody.class,
            this::difference));
  }

  private Op change(String word, String summary, Supplier<ChangeRun> change) {
    return OPS.change(
        "feature." + word,
        "POST /feature-changes/last/" + word,
        summary,
        null,
        ChangeBody.class,
        false,
        _ -> answer(() -> ChangeBody.of(change.get())));
  }

  private DifferenceBody difference(Request request) {
    long from = number(request.path("from"));
    long to = number(request.path("to"));
    try {
      return DifferenceBody.of(features.compare(from, to));
    } catch (FeatureException e) {
      throw new ProblemException(problem(e));
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a state is named by its number, got \"" + text + "\"", e);
    }
  }

  private static org.marquetry.feature.api.ChangeSet set(Request request) {
    return request.body(ChangeRequest.class).set();
  }

  private Answer release(Request request) {
    return done(() -> quarantine.release(request.path("bundle")));
  }

  private static Answer done(Runnable act) {
    try {
      act.run();
      return Answer.nothing();
    } catch (FeatureException e) {
      throw new ProblemException(problem(e));
    }
  }

  private static Answer answer(Supplier<? extends Record> made) {
    try {
      return Answer.ok(made.get());
    } catch (FeatureException e) {
      throw new ProblemException(problem(e));
    }
  }

  private static ProblemException none() {
    return new ProblemException(
        new Problem(
            404,
            "Nothing was changed",
            "No feature was changed since the suite started.",
            "Look at GET /feature-states for what was changed before."));
  }

  private static Problem problem(FeatureException e) {
    String what = String.valueOf(e.getMessage());
    return switch (e.reason()) {
      case NOT_FOUND -> new Problem(404, "It is not there", what, "Look at GET /features.");
      case INVALID -> new Problem(422, "The feature is not valid", what, "Correct it.");
      case UNTRUSTED ->
          new Problem(403, "The feature cannot be trusted", what, "Nothing was changed.");
      case CONFLICT ->
          new Problem(409, "What runs does not allow it", what, "Nothing was changed.");
      case NOT_WORKING ->
          new Problem(
              409,
              "The new version does not work",
              what,
              "Nothing was changed; the old one goes on.");
      case FAILED -> new Problem(500, "It failed", what, "The log of the suite says more.");
    };
  }
}
