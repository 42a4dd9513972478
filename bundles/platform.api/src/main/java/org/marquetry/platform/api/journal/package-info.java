/// The journal: the truth for facts (events, decisions, sends, outcomes).
///
/// Start at [Journal]: append, read back from an offset. A [JournalListener] follows it from a
/// durable cursor, at least once. A [JournalArchive] keeps what the journal has let go.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
