/// What bundles tell the feature manager: what people made that rests on a service.
@Export
@Version("0.1.0")
@NullMarked
package org.marquetry.feature.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
