package org.marquetry.experiment.api;

import java.util.OptionalDouble;

/// What a design can find.
///
/// @param treated people who get the campaign
/// @param control people who get nothing
/// @param smallest the smallest true rise that is found with the wanted power, in the baseline's
///   unit (a rate: 0.01 = one percentage point); empty when the design is too small to find any
///   rise at all
/// @param relative the same as a share of the baseline; empty also when the baseline is 0
/// @param errors the error rates it holds for
public record Detectable(
    long treated, long control, OptionalDouble smallest, OptionalDouble relative, Power errors) {}
