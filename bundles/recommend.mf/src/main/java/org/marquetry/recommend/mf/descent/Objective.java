package org.marquetry.recommend.mf.descent;

import java.util.SplittableRandom;
import org.marquetry.math.linear.Kernels;

/// What is to be made small.
interface Objective {
  /// Meet each present pair of a block once, in the order that it has there, and absent ones drawn
  /// by chance.
  ///
  /// @param excluded pairs that are no examples of absent ones
  void pass(Block block, Excluded excluded, Mover mover, SplittableRandom random);

  /// How badly parameters tell the held out pairs from absent ones, in the mean of a pair; infinite
  /// when nothing is held out.
  double loss(Parameters parameters, Kernels kernels);
}
