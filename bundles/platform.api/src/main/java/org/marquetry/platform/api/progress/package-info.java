/// How long work tells where it stands and learns that it should stop.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.progress;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
