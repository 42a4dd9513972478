package org.marquetry.feature.api;

import org.marquetry.shop.api.Words;

/// A power that a feature asks for.
///
/// @param id for example `profiles.read`
/// @param words what it means, with the hosts where it names some
public record FeaturePower(String id, Words words) {}
