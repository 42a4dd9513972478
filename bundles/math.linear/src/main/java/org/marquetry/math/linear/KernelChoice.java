package org.marquetry.math.linear;

import java.util.Arrays;
import org.slf4j.LoggerFactory;

/// The kernels to use on this machine, and why.
///
/// @param kernels the chosen implementation
/// @param vectorGflops measured speed of the vector kernels in 1e9 operations a second, 0 when they
///   cannot run
/// @param scalarGflops measured speed of the scalar kernels
/// @param reason one sentence for the log
public record KernelChoice(
    Kernels kernels, double vectorGflops, double scalarGflops, String reason) {
  private static final int F = 64;
  private static final int ROWS = 64;
  private static final long SCALAR_NANOS = 60_000_000;

  /// The vector code is slow until the last compiler has it, seconds later on a busy machine.
  private static final long VECTOR_NANOS = 3_000_000_000L;

  /// What [#measure] says, which is asked once in the life of this bundle.
  public static KernelChoice once() {
    return Once.CHOICE;
  }

  private static final class Once {
    private static final KernelChoice CHOICE = told(measure());

    private static KernelChoice told(KernelChoice choice) {
      LoggerFactory.getLogger(KernelChoice.class)
          .info(
              "{} ({} against {} GFLOP/s)",
              choice.reason,
              Math.round(choice.vectorGflops),
              Math.round(choice.scalarGflops));
      return choice;
    }
  }

  /// Time both kernels, usually for a fifth of a second, 3 s at most, and take the vector ones when
  /// they are right and not slower.
  ///
  /// The check guards against a start in which the virtual machine compiles vector code badly (a
  /// factor of ten, seen at random).
  public static KernelChoice measure() {
    Kernels scalar = new ScalarKernels();
    Kernels vector;
    try {
      vector = new VectorKernels();
    } catch (LinkageError | UnsupportedOperationException e) {
      return new KernelChoice(
          scalar, 0, 0, "scalar kernels: no Vector API (--add-modules jdk.incubator.vector): " + e);
    }
    float[] p = sample();
    double slow = gflops(scalar, p, Double.MAX_VALUE, SCALAR_NANOS);
    double fast = gflops(vector, p, 2 * slow, VECTOR_NANOS);
    boolean same = Arrays.equals(run(scalar, p), run(vector, p));
    if (!same) {
      return new KernelChoice(
          scalar, fast, slow, "scalar kernels: the vector ones gave other bits");
    }
    return fast >= slow
        ? new KernelChoice(vector, fast, slow, vector.name() + " kernels: self-check passed")
        : new KernelChoice(scalar, fast, slow, "scalar kernels: the vector ones ran slower here");
  }

  private static float[] sample() {
    float[] p = new float[ROWS * F];
    for (int k = 0; k < p.length; k++) {
      p[k] = (k * 7919 % 101) / 101f - 0.5f;
    }
    return p;
  }

  private static float[] run(Kernels kernels, float[] p) {
    float[] a = new float[F * F];
    kernels.syrk(p, 0, ROWS, F, 0, a, 1f);
    for (int r = 0; r < F; r++) { // below the diagonal is scratch
      Arrays.fill(a, r * F, r * F + r, 0f);
    }
    return a;
  }

  /// Best of many short batches, so that warm-up and neighbours do not count; stops early once
  /// `enough` is reached.
  private static double gflops(Kernels kernels, float[] p, double enough, long budgetNanos) {
    float[] a = new float[F * F];
    double best = 0;
    long start = System.nanoTime();
    long now = start;
    while (now - start < budgetNanos && best < enough) {
      long before = now;
      for (int k = 0; k < 50; k++) {
        kernels.syrk(p, 0, ROWS, F, 0, a, 1e-3f);
      }
      now = System.nanoTime();
      best = Math.max(best, 50.0 * ROWS * F * (F + 1) / Math.max(1, now - before));
    }
    return best;
  }
}
