/// Compares the API as built with the API as last released: start at [Promise].
@NullMarked
package org.marquetry.baseline;

import org.jspecify.annotations.NullMarked;
