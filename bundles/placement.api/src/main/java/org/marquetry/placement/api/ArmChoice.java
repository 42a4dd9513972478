package org.marquetry.placement.api;

import org.marquetry.shop.api.Probability;

/// What one person gets.
///
/// @param person id as given
/// @param arm the chosen arm
/// @param probability the chance the policy had to choose it
public record ArmChoice(String person, String arm, Probability probability) {}
