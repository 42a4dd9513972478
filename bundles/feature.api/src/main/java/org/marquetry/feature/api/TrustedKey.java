package org.marquetry.feature.api;

/// A publisher's key.
///
/// @param id 16 hexadecimal digits
/// @param name whose it is, as the operator called them; empty: it was revoked before it was pinned
/// @param publicKey empty likewise
/// @param suite whether it may replace what the suite came with
/// @param since when it was pinned, or revoked, as ISO 8601
/// @param revoked why it counts no more; empty: it counts
public record TrustedKey(
    String id, String name, String publicKey, boolean suite, String since, String revoked) {}
