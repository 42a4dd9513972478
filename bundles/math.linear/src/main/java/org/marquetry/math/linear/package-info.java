/// Dense `float` kernels for factor models: start at [org.marquetry.math.linear.KernelChoice].
///
/// All matrices are row-major. Every kernel exists with the Vector API and in plain Java and both
/// return the same bits.
@NullMarked
package org.marquetry.math.linear;

import org.jspecify.annotations.NullMarked;
