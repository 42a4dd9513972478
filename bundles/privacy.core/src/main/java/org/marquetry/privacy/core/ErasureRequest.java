package org.marquetry.privacy.core;

/// Whom to erase, and why.
///
/// @param person at least one identifier
/// @param reason 1 to 40 small letters, digits and hyphens, as in `person-asked`
record ErasureRequest(PersonRequest person, String reason) {}
