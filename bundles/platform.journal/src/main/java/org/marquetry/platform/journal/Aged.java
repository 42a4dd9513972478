package org.marquetry.platform.journal;

/// Where exact ids end and the filter begins; the two change together.
///
/// @param filter the ids that are no longer kept exactly
/// @param exactFrom the first day whose ids are kept exactly
record Aged(OldIds filter, long exactFrom) {}
