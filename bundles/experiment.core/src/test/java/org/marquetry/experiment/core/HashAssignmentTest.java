package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Design.Share;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.shop.api.CustomerId;

class HashAssignmentTest {
  private static final int PEOPLE = 200_000;
  private static final List<CustomerId> CUSTOMERS =
      IntStream.range(0, PEOPLE).mapToObj(i -> new CustomerId("customer-" + i)).toList();
  private final CoreExperiments experiments = new CoreExperiments();

  @Test
  void sharesAreKept() {
    Map<String, Long> counts = counts(design("salt", 0.05));
    SampleRatio ratio =
        experiments.sampleRatio(
            List.of(
                new SampleRatio.Count("holdout", counts.getOrDefault("holdout", 0L), 0.05),
                new SampleRatio.Count("a", counts.getOrDefault("a", 0L), 0.95 * 0.7),
                new SampleRatio.Count("b", counts.getOrDefault("b", 0L), 0.95 * 0.3)));
    assertTrue(ratio.p() > 0.001, () -> "chi-square p " + ratio.p() + " of " + counts);
  }

  /// 100 cells (10 salts, each in two halves, crossed): a chi-square over pairs of salts must not
  /// see a dependence.
  @Test
  void twoSaltsAreIndependent() {
    List<Assignment> one = experiments.assignAll(design("one", 0.5), CUSTOMERS);
    List<Assignment> two = experiments.assignAll(design("two", 0.5), CUSTOMERS);
    long[] cells = new long[4];
    for (int i = 0; i < PEOPLE; i++) {
      cells[(one.get(i).isHoldout() ? 2 : 0) + (two.get(i).isHoldout() ? 1 : 0)]++;
    }
    double p = org.marquetry.math.stats.SampleRatio.of(cells, new double[] {1, 1, 1, 1}).p();
    assertTrue(p > 0.001, () -> "p " + p);
  }

  @Test
  void aLargerHoldoutMovesNobodyBetweenVariants() {
    List<Assignment> small = experiments.assignAll(design("salt", 0.05), CUSTOMERS);
    List<Assignment> large = experiments.assignAll(design("salt", 0.20), CUSTOMERS);
    for (int i = 0; i < PEOPLE; i++) {
      String before = small.get(i).group();
      String after = large.get(i).group();
      assertTrue(after.equals(before) || after.equals(Design.HOLDOUT));
    }
  }

  /// The split must never change with a release: people would change group in a running campaign.
  @Test
  void theSplitIsTheSameInEveryVersion() {
    // computed once with another SHA-256 (Python's hashlib)
    Design design = design("salt", 0.05);
    assertEquals("a", experiments.assign(design, new CustomerId("6")).group());
    assertEquals("b", experiments.assign(design, new CustomerId("1")).group());
    assertEquals(Design.HOLDOUT, experiments.assign(design, new CustomerId("4")).group());
  }

  @Test
  void probabilityIsTheDesigns() {
    Assignment a = experiments.assign(design("salt", 0.05), new CustomerId("6"));
    assertEquals(0.95 * 0.7, a.probability().value(), 1e-12);
  }

  private Map<String, Long> counts(Design design) {
    Map<String, Long> counts = new HashMap<>();
    experiments.assignAll(design, CUSTOMERS).forEach(a -> counts.merge(a.group(), 1L, Long::sum));
    return counts;
  }

  private static Design design(String salt, double holdout) {
    return new Design("win-back", salt, holdout, List.of(new Share("a", 0.7), new Share("b", 0.3)));
  }
}
