package org.marquetry.recommend.spi;

/// An item with the score that ranked it. Scores order the items of one model and are no
/// probabilities.
public record ScoredItem(int item, double score) {}
