/// What the benchmarks share.
@NullMarked
package org.marquetry.bench;

import org.jspecify.annotations.NullMarked;
