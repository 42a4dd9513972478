/// The journal in files: one log of checksummed frames, cut into segments.
///
/// Start at [FileJournal]. [Committer] is the one thread that writes: it takes all waiting appends,
/// writes them as one frame and syncs once. [Recovery] opens the folder, [FrameReader] reads it,
/// [SeenIds] refuses ids, [Followers] serve listeners, [Eraser] overwrites a person's events.
@NullMarked
package org.marquetry.platform.journal;

import org.jspecify.annotations.NullMarked;
