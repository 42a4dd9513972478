package org.marquetry.campaign.core.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.core.proposal.TrueProposals.Form;
import org.marquetry.campaign.core.proposal.TrueProposals.Held;
import org.marquetry.lib.json.Json;

/// `bench/proposals`: forecasts of proposals beside what they truly bring, seed by seed.
public final class ProposalBench {
  private ProposalBench() {}

  public static void main(String[] arguments) throws IOException {
    boolean quick = List.of(arguments).contains("--quick");
    int seeds = quick ? 3 : 30;
    long begin = System.nanoTime();
    Path folder = Files.createTempDirectory("marquetry-proposals");
    List<Held> all =
        IntStream.rangeClosed(1, seeds)
            .mapToObj(seed -> seed(seed, folder))
            .flatMap(List::stream)
            .toList();
    delete(folder);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("bench", "proposals");
    out.put("seeds", seeds);
    out.put("all", summary(all));
    for (Form form : Form.values()) {
      out.put(
          form.name().toLowerCase(java.util.Locale.ROOT),
          summary(all.stream().filter(h -> h.form() == form).toList()));
    }
    out.put("doubledAgainstAsIs", order(all, Form.DOUBLED));
    out.put("randomAgainstAsIs", order(all, Form.RANDOM));
    out.put("proposals", all.stream().map(ProposalBench::row).toList());
    out.put("seconds", Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
    System.out.print(Json.write(out));
  }

  private static List<Held> seed(int seed, Path folder) {
    try {
      Path own = Files.createDirectories(folder.resolve("w" + seed));
      return TrueProposals.run(seed, 4_000, List.of(Goal.WIN_BACK, Goal.SECOND_ORDER), 40, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }

  private static Map<String, Object> summary(List<Held> all) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("proposals", all.size());
    out.put("coverage", share(all, h -> h.forecast().holds(h.truth())));
    out.put("truthAbove", share(all, h -> h.truth() > h.forecast().high()));
    out.put("truthBelow", share(all, h -> h.truth() < h.forecast().low()));
    out.put("signRight", share(all, h -> h.truth() > 0 == h.forecast().estimate() > 0));
    out.put("trulyLost", share(all, h -> h.truth() < 0));
    out.put("forecastEach", each(all, false));
    out.put("trueEach", each(all, true));
    return out;
  }

  /// Mean profit a person, in minor units.
  private static double each(List<Held> all, boolean truth) {
    double profit =
        all.stream().mapToDouble(h -> truth ? h.truth() : h.forecast().estimate()).sum();
    return round(profit / Math.max(1, all.stream().mapToInt(Held::people).sum()));
  }

  private static double share(List<Held> all, Predicate<Held> of) {
    return round((double) all.stream().filter(of).count() / Math.max(1, all.size()));
  }

  /// Of the pairs of a proposal and the same one altered: how often the truth is in the order of
  /// the forecast.
  private static Map<String, Object> order(List<Held> all, Form form) {
    List<Boolean> right = new ArrayList<>();
    int less = 0;
    int trulyLess = 0;
    for (Held altered : all) {
      if (altered.form() == form) {
        Held own =
            all.stream()
                .filter(h ->
                    h.form() == Form.AS_IS
                        && h.seed() == altered.seed()
                        && h.goal() == altered.goal()
                        && h.approach().equals(altered.approach()))
                .findFirst()
                .orElseThrow();
        boolean falls = altered.forecast().estimate() < own.forecast().estimate();
        boolean fell = altered.truth() < own.truth();
        less += falls ? 1 : 0;
        trulyLess += fell ? 1 : 0;
        right.add(falls == fell);
      }
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("pairs", right.size());
    out.put("forecastLess", less);
    out.put("trulyLess", trulyLess);
    out.put("sameOrder", right.stream().filter(r -> r).count());
    return out;
  }

  private static Map<String, Object> row(Held h) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("seed", h.seed());
    row.put("goal", h.goal().name());
    row.put("approach", h.approach());
    row.put("form", h.form().name());
    row.put("discount", h.discount());
    row.put("people", h.people());
    row.put("forecast", Math.round(h.forecast().estimate()));
    row.put("low", Math.round(h.forecast().low()));
    row.put("high", Math.round(h.forecast().high()));
    row.put("true", Math.round(h.truth()));
    return row;
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
