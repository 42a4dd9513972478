package org.marquetry.sandbox.truth;

/// What a message does, against no message.
///
/// @param open probability that it is opened
/// @param click probability that it is clicked, given that it was opened
/// @param unsubscribe probability that the customer wants no more of them
/// @param orders expected number of orders more within the horizon, may be below 0
/// @param revenueMinor expected revenue more within the horizon, in minor units, before returns
public record MessageEffect(
    double open, double click, double unsubscribe, double orders, double revenueMinor) {}
