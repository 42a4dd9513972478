/// Tests that run inside a real Felix, as ordinary JUnit tests.
///
/// Start with [InFelix]: its test methods run in a bundle of the framework, so API types are those
/// of the real API bundles. [Felix] installs bundles of the class path and small bundles made on
/// the spot, and waits for conditions.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.testing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
