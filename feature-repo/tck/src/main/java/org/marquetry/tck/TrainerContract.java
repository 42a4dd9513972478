package org.marquetry.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOption;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;

/// What every trainer and its models keep.
public abstract class TrainerContract {
  private static final int USERS = 60;
  private static final int ITEMS = 24;
  private static final TrainOptions DEFAULTS = new TrainOptions(Map.of(), 7);

  /// For the test that extends this.
  protected TrainerContract() {}

  /// The trainer.
  protected abstract Trainer trainer() throws Exception;

  @Test
  void itIsNamedAndItsOptionsAreToldOnce() throws Exception {
    assertTrue(trainer().algorithm().matches("[a-z][a-z0-9-]{0,39}"), trainer().algorithm());
    assertTrue(trainer().engine().matches("[a-z][a-z0-9-]{0,39}"), trainer().engine());
    List<TrainOption> options = trainer().options();
    assertEquals(options.size(), options.stream().map(TrainOption::name).distinct().count());
  }

  @Test
  void theSameSeedGivesTheSameModel() throws Exception {
    try (Model one = train(DEFAULTS);
        Model two = train(DEFAULTS)) {
      assertEquals(one.provenance().modelHash(), two.provenance().modelHash());
      assertEquals(one.provenance().dataHash(), two.provenance().dataHash());
      for (int user = 0; user < USERS; user++) assertEquals(one.top(user, 5), two.top(user, 5));
    }
  }

  @Test
  void theBestComeFirstAndNobodyGetsWhatHeHad() throws Exception {
    Interactions data = data();
    try (Model model = trainer().train(data, DEFAULTS, Progress.NONE)) {
      for (int user = 0; user < USERS; user++) {
        for (int limit : new int[] {1, 5, ITEMS}) ranked(model.top(user, limit), data, user, limit);
        ranked(model.topFor(data.row(user), 5), data, user, 5);
      }
    }
  }

  private static void ranked(List<ScoredItem> top, Interactions data, int user, int limit) {
    assertTrue(top.size() <= limit, top.size() + " items, asked for " + limit);
    assertEquals(top.size(), top.stream().map(ScoredItem::item).distinct().count(), "twice");
    for (int i = 0; i < top.size(); i++) {
      ScoredItem item = top.get(i);
      assertTrue(item.item() >= 0 && item.item() < ITEMS, "item " + item.item());
      assertTrue(Double.isFinite(item.score()), "score " + item.score());
      assertFalse(data.has(user, item.item()), "user " + user + " had item " + item.item());
      if (i > 0) {
        ScoredItem before = top.get(i - 1);
        boolean follows =
            before.score() > item.score()
                || (before.score() == item.score() && before.item() < item.item());
        assertTrue(follows, before + " stands before " + item);
      }
    }
  }

  @Test
  void aProbabilityIsOneForAllPairsOrForNone() throws Exception {
    try (Model model = train(DEFAULTS)) {
      boolean told = model.probability(0, 0).isPresent();
      for (int user = 0; user < USERS; user++) {
        for (int item = 0; item < ITEMS; item++) {
          OptionalDouble p = model.probability(user, item);
          assertEquals(told, p.isPresent(), "user " + user + " item " + item);
          assertTrue(p.orElse(0) >= 0 && p.orElse(0) <= 1, "probability " + p);
        }
      }
    }
  }

  @Test
  void aReasonIsAnItemOfThePast() throws Exception {
    Interactions data = data();
    try (Model model = trainer().train(data, DEFAULTS, Progress.NONE)) {
      for (ScoredItem item : model.top(3, 5)) {
        model.reason(3, item.item()).ifPresent(reason -> isOfThePast(reason, data));
      }
    }
  }

  private static void isOfThePast(Contribution reason, Interactions data) {
    assertTrue(data.has(3, reason.pastItem()), "item " + reason.pastItem());
    assertTrue(reason.share() > 0 && reason.share() <= 1, "share " + reason.share());
  }

  @Test
  void theProvenanceHoldsAllThatIsNeededToMakeItAgain() throws Exception {
    Trainer trainer = trainer();
    try (Model model = train(DEFAULTS)) {
      assertEquals(trainer.algorithm(), model.provenance().algorithm());
      assertEquals(DEFAULTS.seed(), model.provenance().seed());
      for (TrainOption option : trainer.options()) {
        assertTrue(model.provenance().options().containsKey(option.name()), option.name());
      }
    }
  }

  /// Models that cannot be kept say so and write nothing.
  @Test
  void aModelThatWasKeptAnswersAsItDid() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Model model = train(DEFAULTS)) {
      if (!model.write(new DataOutputStream(bytes))) {
        assertEquals(0, bytes.size());
        return;
      }
      byte[] written = bytes.toByteArray();
      try (Model again = read(model, written, written.length)) {
        assertEquals(model.provenance(), again.provenance());
        for (int user = 0; user < USERS; user++) {
          assertEquals(model.top(user, ITEMS), again.top(user, ITEMS));
          assertEquals(model.topFor(data().row(user), 5), again.topFor(data().row(user), 5));
        }
      }
      assertThrows(IOException.class, () -> read(model, written, written.length - 1).close());
    }
  }

  private Model read(Model model, byte[] bytes, int length) throws Exception {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    return trainer().read(in, data(), model.provenance());
  }

  @Test
  void whatItDoesNotKnowIsRefused() {
    TrainOptions unknown = new TrainOptions(Map.of("noSuchOption", 1.0), 1);
    assertThrows(IllegalArgumentException.class, () -> train(unknown).close());
    Interactions empty = Interactions.builder(2, 2).build();
    assertThrows(
        IllegalArgumentException.class,
        () -> trainer().train(empty, DEFAULTS, Progress.NONE).close());
  }

  private Model train(TrainOptions options) throws Exception {
    return trainer().train(data(), options, Progress.NONE);
  }

  /// Two groups with tastes of their own.
  private static Interactions data() {
    SplittableRandom random = new SplittableRandom(5);
    InteractionsBuilder builder = Interactions.builder(USERS, ITEMS);
    for (int user = 0; user < USERS; user++) {
      for (int k = 0; k < 6; k++) {
        builder.add(user, random.nextInt(ITEMS / 2) * 2 + user % 2, 1 + random.nextInt(3));
      }
    }
    return builder.build();
  }
}
