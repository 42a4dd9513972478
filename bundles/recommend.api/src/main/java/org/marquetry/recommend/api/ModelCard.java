package org.marquetry.recommend.api;

import org.marquetry.recommend.spi.Provenance;

/// What a model is made of.
///
/// @param customers how many customers it knows
/// @param products how many products it can recommend
/// @param interactions how many pairs of customer and product it learned from
/// @param provenance how it came about
public record ModelCard(int customers, int products, long interactions, Provenance provenance) {}
