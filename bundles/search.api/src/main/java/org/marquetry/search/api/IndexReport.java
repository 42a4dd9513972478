package org.marquetry.search.api;

/// What one build indexed.
///
/// @param products that can be found now
/// @param skipped products with neither title nor category: nothing to find them by
/// @param bytes size of the index on disk
/// @param seconds that the build took
public record IndexReport(long products, long skipped, long bytes, double seconds) {}
