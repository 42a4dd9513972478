/// What the suite keeps about a person: say it, hand it out, erase it.
///
/// Start at [Privacy]. A person is a [PersonIds]; what a bundle keeps stands in its [Declaration].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.privacy.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
