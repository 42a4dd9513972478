package org.marquetry.recommend.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Models that hold something outside the heap must not be asked once they are closed.
class ServingTest {
  private static final Interactions ONE = Interactions.builder(1, 1).add(0, 0, 1).build();

  /// Answers one item, as long as it is open.
  private static final class Counted implements Model {
    final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public List<ScoredItem> top(int user, int limit) {
      assertTrue(!closed.get(), "asked after it was closed");
      return List.of(new ScoredItem(0, 1));
    }

    @Override
    public List<ScoredItem> topFor(Interactions history, int limit) {
      return top(0, limit);
    }

    @Override
    public Optional<Contribution> reason(int user, int item) {
      return Optional.empty();
    }

    @Override
    public Provenance provenance() {
      return new Provenance("counted", "cpu", "1", "", "", Map.of(), 1, Instant.EPOCH, "25", 0, 0);
    }

    @Override
    public void close() {
      assertTrue(closed.compareAndSet(false, true), "closed twice");
    }
  }

  private static Learned learned(Model model) {
    return new Learned(
        new EventHistory(List.of(), List.of(), Map.of(), Map.of(), ONE, Map.of(), ONE),
        model,
        new ModelCard(1, 1, 1, model.provenance()));
  }

  @Test
  void aModelIsClosedOnceAndNotAskedAfterwards() throws InterruptedException {
    Serving serving = new Serving();
    AtomicInteger answers = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    List<Counted> models = new ArrayList<>();
    List<Throwable> failed = new ArrayList<>();
    Thread asking =
        Thread.ofVirtual()
            .uncaughtExceptionHandler((_, e) -> failed.add(e))
            .start(() -> {
              while (!over.get()) {
                answers.addAndGet(serving.ask(l -> l.model().top(0, 1).size(), 0));
              }
            });
    for (int k = 0; k < 500; k++) {
      models.add(new Counted());
      serving.replace(learned(models.getLast()));
    }
    while (answers.get() == 0 && failed.isEmpty()) {
      Thread.onSpinWait();
    }
    serving.close();
    over.set(true);
    asking.join();
    assertEquals(List.of(), failed);
    assertTrue(models.stream().allMatch(m -> m.closed.get()));
    assertEquals(0, serving.ask(l -> 1, 0));
  }
}
