package org.marquetry.experiment.core;

/// What one customer spent, net of returns, in minor units.
///
/// @param member whether the campaign addressed the customer
/// @param earlier in the period before `before`; 0 when the data do not reach that far
record Spend(boolean member, double earlier, double before, double during) {}
