/// Commands of the command line that run inside the suite: a bundle registers a [Command], the
/// launcher finds it by name.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
