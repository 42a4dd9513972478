/// Finding products by words.
///
/// Start at [ProductSearch]. The index is a projection of the published view `v1.products`: it can
/// always be deleted and built again.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.search.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
