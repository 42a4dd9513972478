/// Factors and biases by stochastic gradient descent: [Descent] learns, an [Objective] says what,
/// [DescentModel] answers. [LogisticTrainer] gives probabilities, [PairwiseTrainer] ranks only.
@NullMarked
package org.marquetry.recommend.mf.descent;

import org.jspecify.annotations.NullMarked;
