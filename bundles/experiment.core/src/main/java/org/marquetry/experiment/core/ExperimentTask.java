package org.marquetry.experiment.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Effect.Group;
import org.marquetry.experiment.api.Sample;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabOption;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.LabTask;
import org.marquetry.lab.spi.Table;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Interval;
import org.osgi.service.component.annotations.Component;

/// `lab experiment`: read a test from a file with one row for each person: variant, value and
/// perhaps a covariate.
@Provider("experiment")
@Component
public final class ExperimentTask implements LabTask {
  private static final double LEVEL = 0.95;

  @Override
  public String name() {
    return "experiment";
  }

  @Override
  public String summary() {
    return "compare the two variants of a test: effect, p, intervals, sample-ratio check";
  }

  @Override
  public List<LabOption> options() {
    return List.of(
        new LabOption("control", "NAME", "the variant compared against; else the first by name"),
        new LabOption(
            "covariate", "COLUMN", "a number known before the test, to sharpen the result"),
        new LabOption(
            "share", "S", "share of people the design gave the other variant; 0.5 unless given"),
        LabOption.flag("sequential", "add the interval that holds at every look"));
  }

  @Override
  public LabResult run(LabInput input, Progress progress) {
    Table table = input.table("data");
    Optional<String> covariate = input.text("covariate");
    Map<String, List<Integer>> rows = rowsByVariant(table);
    if (rows.size() != 2) {
      throw new LabInputException(
          table.source() + ": a test needs two variants, got " + rows.keySet());
    }
    List<String> names = List.copyOf(rows.keySet());
    String control = input.text("control").orElse(names.getFirst());
    if (!rows.containsKey(control)) {
      throw new LabInputException("--control must be one of " + names + ", got " + control);
    }
    String treated = names.get(control.equals(names.getFirst()) ? 1 : 0);
    double share = input.number("share", 0.5, 0.001, 0.999);
    Effect effect =
        EffectMath.compare(
            sample(table, control, rows, covariate),
            sample(table, treated, rows, covariate),
            LEVEL);
    SampleRatio ratio =
        new CoreExperiments()
            .sampleRatio(
                List.of(
                    new SampleRatio.Count(control, effect.control().people(), 1 - share),
                    new SampleRatio.Count(treated, effect.treated().people(), share)));
    boolean sequential = input.flag("sequential");
    return new LabResult(
        metrics(effect, ratio),
        intervals(effect, sequential),
        "cpu",
        effect.method().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        options(control, covariate, share, sequential),
        table.rows());
  }

  private static Map<String, List<Integer>> rowsByVariant(Table table) {
    Column variant = table.column("variant");
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.computeIfAbsent(variant.text(row), _ -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  private static Sample sample(
      Table table, String variant, Map<String, List<Integer>> rows, Optional<String> covariate) {
    int[] its =
        rows.getOrDefault(variant, List.of()).stream().mapToInt(Integer::intValue).toArray();
    if (its.length < 2) {
      throw new LabInputException(
          table.source() + ": variant " + variant + " needs at least two rows, got " + its.length);
    }
    Sample sample = Sample.of(variant, numbers(table.column("value"), its));
    return covariate.isEmpty()
        ? sample
        : sample.withCovariate(numbers(table.column(covariate.get()), its));
  }

  private static double[] numbers(Column column, int[] rows) {
    double[] numbers = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      numbers[i] = column.number(rows[i]);
    }
    return numbers;
  }

  private static Map<String, Double> metrics(Effect effect, SampleRatio ratio) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Group group : List.of(effect.control(), effect.treated())) {
      metrics.put("mean." + group.name(), group.mean());
      metrics.put("n." + group.name(), (double) group.people());
    }
    metrics.put("effect", effect.fixed().estimate());
    metrics.put("p", effect.p());
    metrics.put("srmP", ratio.p());
    metrics.put("varianceKept", effect.varianceKept());
    return metrics;
  }

  private static Map<String, Interval> intervals(Effect effect, boolean sequential) {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    intervals.put("effect", effect.fixed());
    if (sequential) {
      intervals.put("effect.sequential", effect.alwaysValid());
    }
    return intervals;
  }

  private static Map<String, Object> options(
      String control, Optional<String> covariate, double share, boolean sequential) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("control", control);
    covariate.ifPresent(c -> options.put("covariate", c));
    options.put("share", share);
    options.put("sequential", sequential);
    return options;
  }
}
