/// Features of the running suite: what is installed, and how it changes while the suite runs.
///
/// Start at [org.marquetry.feature.api.Features].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.feature.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
