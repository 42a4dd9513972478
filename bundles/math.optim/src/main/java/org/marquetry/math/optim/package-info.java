/// Minimise functions of several variables.
///
/// Start with {@link org.marquetry.math.optim.Lbfgs} when a gradient is at hand (or the function is
/// smooth enough for {@link org.marquetry.math.optim.NumericGradient}), with {@link
/// org.marquetry.math.optim.NelderMead} otherwise. To keep a variable positive, optimise its
/// logarithm. Both are deterministic and hold no state.
@NullMarked
package org.marquetry.math.optim;

import org.jspecify.annotations.NullMarked;
