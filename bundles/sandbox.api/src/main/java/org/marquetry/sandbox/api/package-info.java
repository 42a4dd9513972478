/// The synthetic shop: a world of customers whose preferences are known.
///
/// [Sandbox] says how the world stands and drives its clock. What the customers truly want stands
/// in `org.marquetry.sandbox.truth`, which models never see.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.sandbox.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
