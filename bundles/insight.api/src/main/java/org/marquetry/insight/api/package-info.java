/// What the shop's figures are, whether they are usual, and which rows they rest on. Start at
/// [Figures].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.insight.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
