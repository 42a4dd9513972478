package org.marquetry.placement.bandit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marquetry.placement.api.ArmBelief;
import org.marquetry.placement.api.ArmChoice;
import org.marquetry.placement.api.ArmChoices;
import org.marquetry.placement.api.ArmEvidence.Amount;
import org.marquetry.placement.api.ArmEvidence.Rate;
import org.marquetry.placement.api.ArmPrior;
import org.marquetry.placement.api.ArmQuestion;

class BanditArmChooserTest {
  private final BanditArmChooser chooser = new BanditArmChooser();
  private final long seed = Long.getLong("tests.seed", 20_260_105L);

  /// Four standard errors of a share among 100,000 people are at most 0.0064.
  @Test
  void peopleGetArmsWithTheLoggedProbability() {
    List<String> people = IntStream.range(0, 100_000).mapToObj(i -> "p" + i).toList();
    ArmChoices choices =
        chooser.choose(question(0.05, new Rate("a", 200, 8), new Rate("b", 200, 11)), people);
    for (ArmBelief belief : choices.beliefs()) {
      long got = choices.choices().stream().filter(c -> c.arm().equals(belief.arm())).count();
      assertEquals(belief.chosen().value(), got / 1e5, 0.0064);
    }
    ArmChoice first = choices.choices().getFirst();
    ArmBelief its =
        choices.beliefs().stream()
            .filter(b -> b.arm().equals(first.arm()))
            .findFirst()
            .orElseThrow();
    assertEquals(its.chosen(), first.probability());
  }

  @Test
  void orderOfPeopleDoesNotMatter() {
    List<String> people = new ArrayList<>(IntStream.range(0, 500).mapToObj(i -> "p" + i).toList());
    ArmQuestion question = question(0, new Rate("a", 10, 1), new Rate("b", 10, 2));
    List<ArmChoice> one = new ArrayList<>(chooser.choose(question, people).choices());
    Collections.reverse(people);
    List<ArmChoice> two = new ArrayList<>(chooser.choose(question, people).choices());
    Collections.reverse(two);
    assertEquals(one, two);
  }

  @Test
  void withoutResponsesTheArmsShareAlikeAndTheFloorHolds() {
    for (ArmBelief belief :
        chooser
            .choose(question(0.02, new Rate("a", 0, 0), new Rate("b", 0, 0)), List.of())
            .beliefs()) {
      assertEquals(0.5, belief.chosen().value(), 1e-9);
    }
    ArmBelief poor =
        chooser
            .choose(question(0.02, new Rate("a", 5_000, 10), new Rate("b", 5_000, 400)), List.of())
            .beliefs()
            .getFirst();
    assertTrue(poor.best().value() < 1e-9);
    assertEquals(0.02, poor.chosen().value(), 1e-9);
  }

  /// True rates 4 % and 6 %: over 60 rounds of 100 people the better arm must take over, and the
  /// loss against always sending it must stay far below an even split's (60 successes).
  @Test
  void learnsWhichArmIsBetter() {
    Random random = new Random(seed);
    double[] rates = {0.04, 0.06};
    long[] trials = new long[2];
    long[] successes = new long[2];
    for (int round = 0; round < 60; round++) {
      ArmQuestion question =
          new ArmQuestion(
              "round" + round,
              List.of(
                  new Rate("0", trials[0], successes[0]), new Rate("1", trials[1], successes[1])),
              ArmPrior.Beta.UNIFORM,
              0,
              seed);
      List<String> people = IntStream.range(0, 100).mapToObj(i -> "p" + i).toList();
      for (ArmChoice choice : chooser.choose(question, people).choices()) {
        int arm = Integer.parseInt(choice.arm());
        trials[arm]++;
        successes[arm] += random.nextDouble() < rates[arm] ? 1 : 0;
      }
    }
    double regret = trials[0] * 0.02;
    assertTrue(regret < 30, () -> "regret " + regret + ", seed " + seed);
  }

  @Test
  void wrongQuestionsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> question(0.6, new Rate("a", 1, 1), new Rate("b", 1, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> question(0, new Rate("a", 1, 1), new Rate("a", 1, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ArmQuestion("x", List.of(new Amount("a", 1, 1, 1)), ArmPrior.Beta.UNIFORM, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Rate("a", 3, 4));
  }

  private ArmQuestion question(double floor, Rate... arms) {
    return new ArmQuestion("test", List.of(arms), ArmPrior.Beta.UNIFORM, floor, seed);
  }
}
