/// Everything that answers fast is a projection: a pure fold of the journal per partition.
///
/// A bundle writes a [Projection] and gives it to [Projections], which loads the newest good
/// snapshot, replays what came since, follows the journal, snapshots, and can delete and rebuild
/// it: the rebuilt state equals the live one byte for byte.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.projection;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
