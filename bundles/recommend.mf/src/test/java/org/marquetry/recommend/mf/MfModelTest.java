package org.marquetry.recommend.mf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;

class MfModelTest {
  private static final TrainOptions SMALL =
      new TrainOptions(Map.of("factors", 24.0, "epochs", 6.0), 1);

  private final SharedPool pool = new SharedPool(2);
  private final Interactions data = Samples.groups(400, 300, 8, 5, 2);

  @AfterEach
  void close() {
    pool.close();
  }

  private MfModel model() {
    return Samples.trainer(pool).train(data, SMALL, Progress.NONE);
  }

  @Test
  void factorsAreTheSameForAnyNumberOfThreads() {
    Interactions larger = Samples.groups(5000, 1500, 4, 5, 9);
    List<String> hashes = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      SharedPool some = new SharedPool(threads);
      MfModel model = Samples.trainer(some).train(larger, SMALL, Progress.NONE);
      hashes.add(model.provenance().modelHash());
      some.close();
    }
    assertEquals(1, hashes.stream().distinct().count(), hashes.toString());
    var other = new TrainOptions(SMALL.values(), 2);
    MfModel reseeded = Samples.trainer(pool).train(larger, other, Progress.NONE);
    assertFalse(hashes.contains(reseeded.provenance().modelHash()), "the seed matters");
  }

  @Test
  void tasteGroupsAreFound() {
    MfModel model = model();
    int right = 0;
    int all = 0;
    for (int u = 0; u < data.users(); u++) {
      for (ScoredItem item : model.top(u, 10)) {
        right += item.item() % 5 == u % 5 ? 1 : 0;
        all++;
      }
    }
    assertTrue(right > 0.9 * all, right + " of " + all);
  }

  @Test
  void theScanFindsExactlyTheBest() {
    MfModel model = model();
    for (int u = 0; u < 100; u++) {
      float[] x = model.foldIn(data.row(u));
      List<ScoredItem> all = new ArrayList<>();
      for (int i = 0; i < data.items(); i++) {
        if (!data.has(u, i)) {
          double score = 0;
          double[] y = Explainer.vector(model.factors().items(), i);
          for (int k = 0; k < y.length; k++) {
            score += x[k] * y[k];
          }
          all.add(new ScoredItem(i, score));
        }
      }
      all.sort(Comparator.comparingDouble(i -> -i.score()));
      List<ScoredItem> found = model.top(u, 10);
      assertEquals(10, found.size());
      for (int k = 0; k < 10; k++) {
        assertEquals(all.get(k).score(), found.get(k).score(), 1e-5, "user " + u + " rank " + k);
        assertFalse(data.has(u, found.get(k).item()), "what the user had is left out");
      }
    }
  }

  @Test
  void foldingInTheTrainingRowGivesTheTrainingAnswer() {
    MfModel model = model();
    float[] trained = new float[model.factors().users().stride()];
    for (int u = 0; u < 50; u++) {
      if (data.row(u).entries() > 0) {
        model.factors().users().get(u, trained, 0);
        assertArrayEquals(trained, model.foldIn(data.row(u)), 1e-5f);
        assertEquals(
            model.top(u, 5).stream().map(ScoredItem::item).toList(),
            model.topFor(data.row(u), 5).stream().map(ScoredItem::item).toList());
      }
    }
  }

  @Test
  void aReasonIsWhatTheScoreLosesWithoutThePastItem() {
    MfModel model = model();
    AlsOptions options = model.options();
    for (int u = 0; u < 40; u++) {
      Interactions row = data.row(u);
      for (ScoredItem item : model.top(u, 3)) {
        Contribution reason = model.reason(u, item.item()).orElseThrow();
        Csr csr = Csr.of(row, model.confidence());
        double[] a = Explainer.normalEquations(model.factors(), options, csr);
        double whole = score(model, a, csr, item.item(), -1);
        double without = score(model, a, csr, item.item(), reason.pastItem());
        assertEquals(whole - without, reason.contribution(), 1e-6);
        assertEquals(item.score(), whole, 1e-4, "the parts add up to the score that ranked");
        for (long k = 0; k < row.entries(); k++) {
          double other = score(model, a, csr, item.item(), row.item(k));
          assertTrue(whole - other <= reason.contribution() + 1e-9, "no past item adds more");
        }
        assertTrue(reason.share() > 0 && reason.share() <= 1);
      }
    }
  }

  /// Score from the normal equations, solved here by Gauss, with one past item's term taken off the
  /// right side.
  private static double score(MfModel model, double[] lower, Csr row, int item, int removed) {
    int f = model.factors().items().stride();
    double[][] a = new double[f][f + 1];
    for (int r = 0; r < f; r++) {
      for (int c = 0; c < f; c++) {
        a[r][c] = c <= r ? lower[r * f + c] : lower[c * f + r];
      }
    }
    for (int j = 0; j < row.ids().length; j++) {
      if (row.ids()[j] != removed) {
        double[] past = Explainer.vector(model.factors().items(), row.ids()[j]);
        for (int r = 0; r < f; r++) {
          a[r][f] += (1.0 + row.confidences()[j]) * past[r];
        }
      }
    }
    for (int p = 0; p < f; p++) {
      for (int r = 0; r < f; r++) {
        double factor = r == p ? 0 : a[r][p] / a[p][p];
        for (int c = p; factor != 0 && c <= f; c++) {
          a[r][c] -= factor * a[p][c];
        }
      }
    }
    double[] y = Explainer.vector(model.factors().items(), item);
    double score = 0;
    for (int k = 0; k < f; k++) {
      score += y[k] * a[k][f] / a[k][k];
    }
    return score;
  }

  @Test
  void aStrangerGetsWhatMostHad() {
    Interactions stranger = Interactions.builder(1, data.items()).build();
    int[] users = new int[data.items()];
    for (long k = 0; k < data.entries(); k++) {
      users[data.item(k)]++;
    }
    List<ScoredItem> top = model().topFor(stranger, 3);
    assertEquals(3, top.size());
    for (int count : users) {
      assertTrue(count <= users[top.getFirst().item()]);
    }
  }

  @Test
  void cancellationAndBadOptionsAreHeard() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(Words what) {}

          @Override
          public void at(double done) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    MfTrainer trainer = Samples.trainer(pool);
    assertThrows(TrainingCancelledException.class, () -> trainer.train(data, SMALL, cancelled));
    var bad = new TrainOptions(Map.of("factors", 0.0), 1);
    var e =
        assertThrows(IllegalArgumentException.class, () -> trainer.train(data, bad, Progress.NONE));
    assertTrue(e.getMessage().startsWith("factors must be"), e.getMessage());
  }
}
