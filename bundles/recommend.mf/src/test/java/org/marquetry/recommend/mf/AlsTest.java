package org.marquetry.recommend.mf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Interactions;

class AlsTest {
  private final SharedPool pool = new SharedPool(2);

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void moreEpochsNeverRaiseTheLoss() {
    Interactions data = Samples.groups(200, 100, 8, 4, 4);
    double before = Double.MAX_VALUE;
    for (int epochs = 1; epochs <= 6; epochs++) {
      AlsOptions options = new AlsOptions(16, epochs, 5, 0.05, 1, 1, 16, 3);
      Csr csr = Csr.of(data, Confidence.of(options, data));
      double loss =
          loss(csr, new Als(Samples.KERNELS, pool, options, Progress.NONE).learn(csr), options);
      assertTrue(loss <= before * (1 + 1e-5), "epoch " + epochs + ": " + loss + " after " + before);
      before = loss;
    }
  }

  /// The loss as the papers write it, summed over every pair.
  private static double loss(Csr data, Factors factors, AlsOptions options) {
    double loss = 0;
    Csr byItem = data.transpose();
    for (int u = 0; u < data.rows(); u++) {
      double[] x = Explainer.vector(factors.users(), u);
      double[] confidence = new double[data.columns()];
      for (int k = data.starts()[u]; k < data.starts()[u + 1]; k++) {
        confidence[data.ids()[k]] = data.confidences()[k];
      }
      for (int i = 0; i < data.columns(); i++) {
        double[] y = Explainer.vector(factors.items(), i);
        double score = 0;
        for (int k = 0; k < x.length; k++) {
          score += x[k] * y[k];
        }
        double target = confidence[i] > 0 ? 1 : 0;
        loss += (1 + confidence[i]) * (target - score) * (target - score);
      }
      loss += options.penalty(data.entries(u), data.columns()) * squares(x);
    }
    for (int i = 0; i < data.columns(); i++) {
      double[] y = Explainer.vector(factors.items(), i);
      loss += options.penalty(byItem.entries(i), data.rows()) * squares(y);
    }
    return loss;
  }

  private static double squares(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }
}
