/// What the API says about itself: [Experimental].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.promise;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
