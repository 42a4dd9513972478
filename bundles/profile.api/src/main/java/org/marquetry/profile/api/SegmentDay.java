package org.marquetry.profile.api;

import java.time.LocalDate;

/// How many a segment had when a day began.
///
/// @param count members, the least number when a row asked for what nobody supplied
public record SegmentDay(LocalDate day, int count) {}
