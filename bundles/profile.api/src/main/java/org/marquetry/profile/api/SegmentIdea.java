package org.marquetry.profile.api;

import org.marquetry.shop.api.Words;

/// A row that a search found, ready to be put into a rule.
///
/// @param label what it asks for
/// @param group a heading: traits, behaviour, products, segments
public record SegmentIdea(Words label, Words group, SegmentRule.Row row) {}
