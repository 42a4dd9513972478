package org.marquetry.sandbox.truth;

/// What a message does, against no message.
///
/// @param reaction how it is taken
/// @param orders expected number of orders more within the horizon, may be below 0
/// @param revenueMinor expected revenue more within the horizon, in minor units, before returns
public record MessageEffect(Reaction reaction, double orders, double revenueMinor) {}
