package org.marquetry.data.events;

/// What became of the events of one request.
///
/// @param accepted stored now, on disk
/// @param duplicates their id was there already, or came twice; left as it was
record Receipt(int accepted, int duplicates) {}
