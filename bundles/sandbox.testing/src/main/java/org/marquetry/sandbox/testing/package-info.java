/// The synthetic shop for JUnit tests; start at [WithSandbox], and at [InSuite] for tests in a
/// whole suite that holds it.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.sandbox.testing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
