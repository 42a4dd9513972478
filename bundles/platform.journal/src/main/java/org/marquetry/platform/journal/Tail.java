package org.marquetry.platform.journal;

/// How far the journal is on disk; replaced after every sync.
///
/// @param segment the file that grows
/// @param position the end of its last whole frame
/// @param next the next offset of each partition
/// @param frame number of the next frame
record Tail(Segment segment, long position, Offsets next, long frame) {}
