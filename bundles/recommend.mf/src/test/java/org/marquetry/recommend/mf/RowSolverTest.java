package org.marquetry.recommend.mf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.mahout.math.DenseVector;
import org.apache.mahout.math.SequentialAccessSparseVector;
import org.apache.mahout.math.Vector;
import org.apache.mahout.math.als.ImplicitFeedbackAlternatingLeastSquaresSolver;
import org.apache.mahout.math.map.OpenIntObjectHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Interactions;

class RowSolverTest {
  private static final int FACTORS = 20;

  private final SharedPool pool = new SharedPool(2);
  private final Interactions data = Samples.groups(1500, 60, 6, 4, 11);

  @AfterEach
  void close() {
    pool.close();
  }

  private Csr csr(AlsOptions options) {
    return Csr.of(data, Confidence.of(options, data));
  }

  private static FactorStore items(int n) {
    FactorStore items = new FactorStore(n, FACTORS);
    items.randomise(FACTORS, 5);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < FACTORS; k++) {
        items.chunk(i)[items.offset(i) + k] *= 20;
      }
    }
    return items;
  }

  @Test
  void rowsAgreeWithMahout() {
    AlsOptions options = Samples.options(FACTORS, 4, 0.5, 0);
    Csr csr = csr(options);
    FactorStore items = items(data.items());
    OpenIntObjectHashMap<Vector> oracleItems = new OpenIntObjectHashMap<>();
    for (int i = 0; i < data.items(); i++) {
      Vector row = new DenseVector(FACTORS);
      for (int k = 0; k < FACTORS; k++) {
        row.set(k, items.chunk(i)[items.offset(i) + k]);
      }
      oracleItems.put(i, row);
    }
    var oracle =
        new ImplicitFeedbackAlternatingLeastSquaresSolver(FACTORS, 4 * 0.5, 1, oracleItems, 1);
    float[] gram = Gram.of(items, Samples.KERNELS, pool);
    RowSolver solver = new RowSolver(Samples.KERNELS, items, gram, options);
    float[] x = new float[items.stride()];
    for (int u = 0; u < 50; u++) {
      Vector ratings = new SequentialAccessSparseVector(data.items());
      for (int k = csr.starts()[u]; k < csr.starts()[u + 1]; k++) {
        ratings.set(csr.ids()[k], csr.confidences()[k]);
      }
      Vector truth = oracle.solve(ratings);
      solver.solve(csr, u, x);
      for (int k = 0; k < FACTORS; k++) {
        assertEquals(truth.get(k), x[k], 1e-5, "user " + u + " factor " + k);
      }
      for (int k = FACTORS; k < items.stride(); k++) {
        assertEquals(0f, x[k], "padding stays zero");
      }
    }
  }

  @Test
  void shortRowsAgreeWithTheGeneralSolver() {
    for (double nu : new double[] {0, 1}) {
      AlsOptions options = Samples.options(FACTORS, 4, 0.1, nu);
      Csr csr = csr(options);
      FactorStore items = items(data.items());
      float[] gram = Gram.of(items, Samples.KERNELS, pool);
      ShortRows shortRows = ShortRows.of(csr, Samples.KERNELS, items, gram, options);
      RowSolver solver = new RowSolver(Samples.KERNELS, items, gram, options);
      float[] general = new float[items.stride()];
      float[] quick = new float[items.stride()];
      int solved = 0;
      for (int u = 0; u < csr.rows(); u++) {
        if (shortRows.solve(csr, u, quick)) {
          solved++;
          solver.solve(csr, u, general);
          assertArrayEquals(general, quick, 1e-4f);
        }
      }
      assertTrue(solved > 200, "short rows solved: " + solved);
    }
  }

  @Test
  void anEmptyRowHasNoFactors() {
    Interactions empty = Interactions.builder(1, data.items()).build();
    AlsOptions options = Samples.options(FACTORS, 4, 0.1, 1);
    FactorStore items = items(data.items());
    float[] gram = Gram.of(items, Samples.KERNELS, pool);
    float[] x = new float[items.stride()];
    x[0] = 1;
    new RowSolver(Samples.KERNELS, items, gram, options)
        .solve(Csr.of(empty, new Confidence(1, 1, 1)), 0, x);
    assertArrayEquals(new float[items.stride()], x);
  }
}
