package org.marquetry.autopilot.core;

import java.util.Comparator;
import java.util.List;
import org.marquetry.data.api.IntakeFailed;
import org.marquetry.shop.api.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Run the six steps. A step that breaks is reported as failed and the others still run; only data
/// that cannot be read at all end the run.
final class Autopilot {
  private static final Logger log = LoggerFactory.getLogger(Autopilot.class);

  private final List<Step> steps;
  private final Messages messages;
  private final String version;

  /// @param steps in the order in which they run; content comes before placement, which chooses
  ///   among what content can write
  Autopilot(List<Step> steps, Messages messages, String version) {
    this.steps = steps;
    this.messages = messages;
    this.version = version;
  }

  /// @throws IntakeFailed if the data cannot be used at all
  Report run(Run run) {
    List<StepReport> reports =
        steps.stream()
            .map(s -> run(s, run))
            .sorted(Comparator.comparing(StepReport::name))
            .toList();
    Text headline =
        reports.stream()
            .filter(r -> r.name() == StepName.STRATEGY && !r.summary().en().isEmpty())
            .findFirst()
            .orElse(reports.getFirst())
            .summary();
    return new Report(
        run.shop().name(), run.shop().asOf(), version, run.options().shown(), headline, reports);
  }

  private StepReport run(Step step, Run run) {
    StepReport report = new StepReport(step.name());
    Text name = messages.text("step." + step.name().key());
    run.progress().step(new Words(name.zh(), name.en()));
    long began = System.nanoTime();
    try {
      step.run(run, report);
    } catch (IntakeFailed e) {
      throw e;
    } catch (java.util.concurrent.CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (step.name() == StepName.DATA) {
        throw e;
      }
      log.error("step {} failed", step.name().key(), e);
      report.failed(
          messages.text(
              "step.failed", e.getClass().getSimpleName(), String.valueOf(e.getMessage())));
    }
    return report.seconds((System.nanoTime() - began) / 1e9);
  }
}
