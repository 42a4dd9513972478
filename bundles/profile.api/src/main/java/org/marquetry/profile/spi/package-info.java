/// What a bundle implements that knows something about customers: {@link
/// org.marquetry.profile.spi.TraitSource}.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.profile.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
