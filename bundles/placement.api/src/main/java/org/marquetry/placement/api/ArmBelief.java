package org.marquetry.placement.api;

import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Probability;

/// What is believed about one arm after its responses.
///
/// @param arm name
/// @param value posterior mean with its 90 % credible interval (rate, or amount)
/// @param best probability that this arm is the best of all
/// @param chosen probability that the policy chooses it: `best`, raised to the floor
public record ArmBelief(String arm, Interval value, Probability best, Probability chosen) {}
