package org.marquetry.feature.api;

/// A place that offers features.
///
/// @param address an absolute path or an https address
/// @param remote whether it lies in the network
/// @param seen version of the index seen last; 0: none yet
public record FeatureRepository(String name, String address, boolean remote, long seen) {}
