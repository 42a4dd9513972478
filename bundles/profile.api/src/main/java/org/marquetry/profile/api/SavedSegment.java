package org.marquetry.profile.api;

import java.time.Instant;
import org.marquetry.shop.api.Saved;

/// A segment as it was saved at some time.
///
/// @param id stable
/// @param version 1, 2, ...: grows with every change
/// @param owner id of the user who answers for it
/// @param act what made this version
/// @param by id of the actor who did
public record SavedSegment(
    String id,
    int version,
    String name,
    String owner,
    SegmentRule.Group rule,
    Act act,
    Instant at,
    String by)
    implements Saved {}
