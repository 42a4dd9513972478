package org.marquetry.warehouse.api;

/// What a batch did, in rows of its files.
///
/// @param alreadyLoaded it was loaded before; the numbers are those of then
/// @param added rows whose key was not known
/// @param changed rows whose key was known with other values
/// @param skipped rows that were known as they are
public record BatchReceipt(boolean alreadyLoaded, long added, long changed, long skipped) {}
