package org.marquetry.recommend.mf;

/// What was learned.
///
/// @param users users x factors
/// @param items items x factors
/// @param gram `items' items`, the full symmetric matrix
/// @param secondsPerEpoch median time of a pass over both sides
@SuppressWarnings("ArrayRecordComponent") // confined to the kernels, never compared
record Factors(FactorStore users, FactorStore items, float[] gram, double secondsPerEpoch) {}
