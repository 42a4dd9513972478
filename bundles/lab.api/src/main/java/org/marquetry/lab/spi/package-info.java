/// Measure a model on files of one's own: a bundle implements [org.marquetry.lab.spi.LabTask] and
/// gets its rows and options from [org.marquetry.lab.spi.LabInput].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.lab.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
