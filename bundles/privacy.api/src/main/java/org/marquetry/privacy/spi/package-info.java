/// What a bundle that keeps personal data implements: [PersonalData].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.privacy.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
