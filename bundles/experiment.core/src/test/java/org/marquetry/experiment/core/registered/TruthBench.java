package org.marquetry.experiment.core.registered;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.marquetry.experiment.core.DailyWatch;
import org.marquetry.experiment.core.registered.TrueCampaign.Measured;
import org.marquetry.lib.json.Json;
import org.marquetry.math.stats.Estimate;
import org.marquetry.math.stats.Moments;
import org.marquetry.math.stats.Proportion;

/// `bench/truth`: measured effects beside true ones, seed by seed.
public final class TruthBench {
  private TruthBench() {}

  public static void main(String[] arguments) throws IOException {
    boolean quick = List.of(arguments).contains("--quick");
    int seeds = quick ? 5 : 100;
    int runs = quick ? 500 : 10_000;
    long begin = System.nanoTime();
    List<Measured> all;
    try (Scrap scrap = Scrap.make()) {
      all =
          IntStream.rangeClosed(1, seeds)
              .parallel()
              .mapToObj(seed -> TrueCampaign.run(seed, scrap.folder().resolve("w" + seed)))
              .toList();
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("bench", "truth");
    out.put("seeds", seeds);
    out.put("all", summary(all));
    out.put("plain", summary(all.stream().filter(m -> m.discount() == 0).toList()));
    out.put("offer", summary(all.stream().filter(m -> m.discount() > 0).toList()));
    out.put("campaigns", all.stream().map(TruthBench::row).toList());
    DailyWatch watch = new DailyWatch(1);
    out.put("runs", runs);
    out.put("nothing", watched(watch.runs(runs, 0)));
    out.put("lifted", watched(watch.runs(runs, DailyWatch.LIFT)));
    out.put("reading", ReadingTime.of(quick ? 10_000 : 100_000));
    out.put("seconds", Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
    System.out.print(Json.write(out));
  }

  private static Map<String, Object> row(Measured m) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("seed", m.seed());
    row.put("discount", m.discount());
    row.put("people", m.people());
    row.put("true", round(m.truth()));
    row.put("measured", round(m.fixed().estimate()));
    row.put("low", round(m.fixed().low()));
    row.put("high", round(m.fixed().high()));
    row.put("varianceKept", round(m.varianceKept()));
    row.put("verdict", m.verdict().name());
    return row;
  }

  private static Map<String, Object> summary(List<Measured> all) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("campaigns", all.size());
    summary.put("coverage", share(all, m -> m.fixed().holds(m.truth())));
    summary.put("coverageAlwaysValid", share(all, m -> m.alwaysValid().holds(m.truth())));
    Moments off = new Moments();
    Moments truth = new Moments();
    all.forEach(m -> {
      off.add(m.fixed().estimate() - m.truth());
      truth.add(m.truth());
    });
    Estimate bias = off.estimate(0.95);
    summary.put("trueMean", round(truth.mean()));
    summary.put("bias", round(bias.value()));
    summary.put("biasLow", round(bias.low()));
    summary.put("biasHigh", round(bias.high()));
    summary.put("verdictsRight", all.stream().filter(Measured::isRight).count());
    summary.put("verdictsWrong", all.stream().filter(Measured::isWrong).count());
    summary.put("undecided", all.stream().filter(m -> !m.isRight() && !m.isWrong()).count());
    return summary;
  }

  /// With Wilson's interval.
  private static List<Double> share(List<Measured> all, Predicate<Measured> held) {
    Estimate share = new Proportion(all.stream().filter(held).count(), all.size()).estimate(0.95);
    return List.of(round(share.value()), round(share.low()), round(share.high()));
  }

  private static Map<String, Object> watched(DailyWatch.Tally tally) {
    List<Map.Entry<String, Double>> all =
        new ArrayList<>(
            List.of(
                Map.entry("coverage", tally.fixedHeld()),
                Map.entry("coverageAlwaysValid", tally.alwaysHeld()),
                Map.entry("lostZeroInFiftyLooks", tally.lostZeroEver()),
                Map.entry("fixedLostZeroInTenLooks", tally.fixedLostZeroEver()),
                Map.entry("biasInErrors", tally.bias())));
    Map<String, Object> out = new LinkedHashMap<>();
    all.forEach(e -> out.put(e.getKey(), round(e.getValue())));
    return out;
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
