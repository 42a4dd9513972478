package org.marquetry.recommend.spi;

/// The past item that adds most to a score.
///
/// @param pastItem an item of the user's history
/// @param contribution what it adds to the score
/// @param share its part of all that speaks for the item, in (0, 1]
public record Contribution(int pastItem, double contribution, double share) {}
