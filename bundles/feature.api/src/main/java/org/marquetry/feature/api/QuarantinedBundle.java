package org.marquetry.feature.api;

import java.time.Instant;

/// A bundle that is kept from running.
///
/// @param bundle symbolic name and version, separated by a blank
/// @param at since when
/// @param why what failed, for the operator
public record QuarantinedBundle(String bundle, Instant at, String why) {}
