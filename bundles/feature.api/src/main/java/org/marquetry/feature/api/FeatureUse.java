package org.marquetry.feature.api;

/// Something that a person made and that rests on one service.
///
/// @param object `kind/id`, as in the audit, for example `campaign/c-12`
/// @param title what people call it
/// @param owner who made it, or empty
/// @param service full name of the API interface
/// @param provider name as in `Provider`; empty: whichever is selected
public record FeatureUse(
    String object, String title, String owner, String service, String provider) {}
