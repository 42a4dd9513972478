/// The catalogue: products as the warehouse has them, and the pictures that the suite keeps of
/// them.
///
/// Start at [WarehouseCatalogue]; what a file must be to be kept says [SafePicture].
@NullMarked
package org.marquetry.data.catalogue;

import org.jspecify.annotations.NullMarked;
