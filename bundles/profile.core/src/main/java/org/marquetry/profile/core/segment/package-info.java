/// Segments: who belongs to one right now, and the store of what people saved.
///
/// [Board] holds the customers of one partition in columns and follows the fold of live profiles;
/// [Plan] is a rule made ready to be held against boards, a [Scan] one row of it; [CoreSegments] is
/// the service, [SegmentStore] keeps versions in the operational store.
@NullMarked
package org.marquetry.profile.core.segment;

import org.jspecify.annotations.NullMarked;
