/// What the customers of the synthetic shop truly want and what truly moves them.
///
/// For tests, benchmarks and the page that reveals it after the fact. A model that read it would
/// prove nothing: an architecture rule keeps everything else out.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.sandbox.truth;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
