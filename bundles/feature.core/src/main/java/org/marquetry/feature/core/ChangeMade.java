package org.marquetry.feature.core;

import java.util.List;
import java.util.function.Supplier;
import org.marquetry.feature.api.FeatureChange;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

/// Body of the answer to a change of features; bundles by symbolic name and version.
record ChangeMade(
    String feature,
    String version,
    List<String> installed,
    List<String> removed,
    List<String> kept,
    double seconds) {
  /// Make a change and answer what was done, or why not.
  static Answer answer(Supplier<FeatureChange> change) {
    try {
      FeatureChange c = change.get();
      return Answer.ok(
          new ChangeMade(
              c.feature(),
              c.version(),
              c.installed(),
              c.removed(),
              c.kept(),
              c.duration().toMillis() / 1000.0));
    } catch (FeatureException e) {
      throw new ProblemException(problem(e));
    }
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
      case RESTART ->
          new Problem(
              409,
              "It takes a restart",
              what,
              "Nothing was changed. The suite's own bundles change with its next release, at a restart.");
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
