/// What bundles tell the page Today: register an [AgendaSource].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.insight.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
