package org.marquetry.recommend.mf.descent;

/// The derivative of a loss with respect to a score.
@FunctionalInterface
interface Slope {
  float at(float score);
}
