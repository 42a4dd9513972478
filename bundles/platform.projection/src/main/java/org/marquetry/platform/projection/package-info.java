/// Projections: [Running] folds and follows one of them, [Snapshots] are its files.
@NullMarked
package org.marquetry.platform.projection;

import org.jspecify.annotations.NullMarked;
