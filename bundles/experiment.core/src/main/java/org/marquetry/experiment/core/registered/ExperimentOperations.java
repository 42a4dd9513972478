package org.marquetry.experiment.core.registered;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.experiment.api.Split;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Attributed;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Change;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Checked;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Decided;
import org.marquetry.experiment.core.registered.ExperimentAnswers.DecidedList;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Parts;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Read;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Registered;
import org.marquetry.experiment.core.registered.ExperimentAnswers.RegisteredList;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Truth;
import org.marquetry.experiment.core.registered.ExperimentAnswers.Wanted;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Experiments at the door for programs. Calls the services through the gate, as the actor who sent
/// the request.
@Component(
    service = {},
    immediate = true)
public final class ExperimentOperations {
  private static final Ops OPS = new Ops("experiment.read", "experiment.decide");
  private static final int USUAL_DAYS = 7;

  private final RegisteredExperiments experiments;
  private final ExperimentReadings readings;
  private final Served served;

  @Activate
  public ExperimentOperations(
      BundleContext context,
      @Reference RegisteredExperiments experiments,
      @Reference ExperimentReadings readings) {
    this.experiments = experiments;
    this.readings = readings;
    served = Served.by(context, "experiments", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "list",
            "/experiments",
            "List experiments, by name",
            RegisteredList.class,
            _ -> RegisteredList.of(experiments.list())),
        OPS.get(
            "get",
            "/experiments/{id}",
            "Tell what was registered",
            Registered.class,
            r -> Registered.of(known(r))),
        OPS.get(
            "history",
            "/experiments/{id}/history",
            "List every version of an experiment, newest first",
            RegisteredList.class,
            r -> RegisteredList.of(experiments.history(known(r).id()))),
        OPS.get(
            "reading",
            "/experiments/{id}/reading",
            "Read an experiment; query: until (a time: what was known to have happened before it)",
            Read.class,
            r -> Read.of(read(r))),
        OPS.get(
            "segments",
            "/experiments/{id}/segments/{split}",
            "Read an experiment in parts: orders or last_order, as they were before the start",
            Parts.class,
            r -> Parts.of(readings.segments(known(r).id(), split(r)))),
        OPS.get(
            "attribution",
            "/experiments/{id}/attribution",
            "Put orders after a message beside orders brought by it; query: days (usually 7)",
            Attributed.class,
            r -> Attributed.of(readings.attribution(known(r).id(), days(r)))),
        OPS.get(
            "decisions",
            "/experiments/{id}/decisions",
            "List what was decided, newest first",
            DecidedList.class,
            r -> DecidedList.of(experiments.decisions(known(r).id()))),
        OPS.get(
            "decision.check",
            "/experiments/{id}/decisions/{number}/check",
            "Tell what changed since a decision, and whether it was right",
            Checked.class,
            this::check),
        OPS.change(
            "decide",
            "POST /experiments/{id}/decisions",
            "Ship a variant, stop, repeat or run longer; what is read now is stored with it",
            Wanted.class,
            Decided.class,
            false,
            r -> Answer.ok(decide(r))),
        OPS.change(
            "decision.undo",
            "POST /experiments/{id}/decisions/{number}/undo",
            "Undo the newest decision, within a day",
            null,
            Decided.class,
            false,
            r -> Answer.ok(Decided.of(experiments.undo(known(r).id(), number(r))))));
  }

  private RegisteredExperiment known(Request request) {
    return Ops.known(request, experiments::find, "experiment", "/experiments");
  }

  private Reading read(Request request) {
    String id = known(request).id();
    return request
        .query("until")
        .map(until -> readings.read(id, moment(until)))
        .orElseGet(() -> readings.read(id));
  }

  private static Split split(Request request) {
    String word = request.path("split");
    return Arrays.stream(Split.values())
        .filter(s -> ExperimentAnswers.word(s).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "split must be one of %s, got %s"
                    .formatted(
                        Arrays.stream(Split.values()).map(ExperimentAnswers::word).toList(),
                        word)));
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "until must be a time such as 2026-11-29T12:00:00Z, got " + text, e);
    }
  }

  private static int days(Request request) {
    return request.query("days").map(d -> whole("days", d)).orElse(USUAL_DAYS);
  }

  private static int number(Request request) {
    return whole("the decision's number", request.path("number"));
  }

  private static int whole(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, got " + text, e);
    }
  }

  private Checked check(Request request) {
    String id = known(request).id();
    int number = number(request);
    return new Checked(
        readings.changedSince(id, number).stream().map(Change::of).toList(),
        readings.wasItTrue(id, number).map(Truth::of));
  }

  private Decided decide(Request request) {
    Wanted wanted = request.body(Wanted.class);
    return Decided.of(experiments.decide(known(request).id(), wanted.toChoice(), wanted.reason()));
  }
}
