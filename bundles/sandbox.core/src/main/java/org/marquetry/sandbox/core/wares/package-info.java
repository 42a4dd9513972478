/// What the made-up shop sells, how people write about it, and how it looks.
///
/// Start at [Catalogue]. Everything follows from a seed and is made when it is asked for.
@NullMarked
package org.marquetry.sandbox.core.wares;

import org.jspecify.annotations.NullMarked;
