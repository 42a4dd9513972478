/// The platform's pool for computing: bundles hand over work, they make no threads.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.compute;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
