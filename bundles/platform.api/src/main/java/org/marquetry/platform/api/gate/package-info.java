/// The service gate's vocabulary: mark a provider, say what a method requires, name who acts.
///
/// A component marked [Provider] is hidden; consumers get a stable proxy of its API interface,
/// which counts calls, hands over to a newer version, drains the old one and checks [Requires]
/// against [Actor#current].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.gate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
