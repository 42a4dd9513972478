package org.marquetry.profile.api;

import org.marquetry.shop.api.Words;

/// A segment to start from.
///
/// @param id lower case words joined by hyphens
/// @param purpose what it is good for, one sentence
public record SegmentTemplate(String id, Words name, Words purpose, SegmentRule.Group rule) {}
