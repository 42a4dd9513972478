package org.marquetry.profile.api;

import org.marquetry.shop.api.Words;

/// A standard segment and how many it takes.
///
/// @param segment the segment
/// @param sentence its condition in words
/// @param customers members
/// @param share members divided by all customers, 0..1
/// @param lifetimeValue sum of the members' lifetime values in minor units, NaN when not known
public record SegmentSize(
    Segment segment, Words sentence, int customers, double share, double lifetimeValue) {}
