/// Swaps under load: what a caller notices while bundles are replaced.
@NullMarked
package org.marquetry.bench.swap;

import org.jspecify.annotations.NullMarked;
