package org.marquetry.recommend.mf;

import org.jspecify.annotations.Nullable;
import org.marquetry.math.linear.KernelChoice;
import org.marquetry.math.linear.Kernels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kernels that a self-check chooses, at the first use.
public final class MeasuredKernels {
  private static final Logger log = LoggerFactory.getLogger(MeasuredKernels.class);

  private @Nullable Kernels kernels;

  /// The chosen ones.
  public synchronized Kernels get() {
    Kernels chosen = kernels;
    if (chosen == null) {
      KernelChoice choice = KernelChoice.measure();
      log.info(
          "{} ({} against {} GFLOP/s)",
          choice.reason(),
          Math.round(choice.vectorGflops()),
          Math.round(choice.scalarGflops()));
      chosen = choice.kernels();
      kernels = chosen;
    }
    return chosen;
  }
}
