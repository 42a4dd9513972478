/// How soon recommendations count an event.
@NullMarked
package org.marquetry.bench.fresh;

import org.jspecify.annotations.NullMarked;
