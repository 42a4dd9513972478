/// How real the synthetic shop looks beside the records of real ones.
@NullMarked
package org.marquetry.bench.sandbox;

import org.jspecify.annotations.NullMarked;
