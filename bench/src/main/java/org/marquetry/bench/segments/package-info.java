/// How long counts of segments take at a million customers.
@NullMarked
package org.marquetry.bench.segments;

import org.jspecify.annotations.NullMarked;
