/// The platform's pool for computing.
@NullMarked
package org.marquetry.platform.compute;

import org.jspecify.annotations.NullMarked;
