package org.marquetry.recommend.api;

import java.util.OptionalDouble;

/// A model that was kept, so that it can answer again: after a start, or in the place of a later
/// one.
///
/// @param id of the snapshot; later ones have larger ids
/// @param check how well it found the latest product of some customers from what they had to do
///   with before, NDCG among 10, in [0, 1]; it learned from those products too, so this is a check
///   of sanity and no estimate of what it will do. Empty when it could not be told
/// @param former the same of the model that answered then
/// @param isServing whether it answers now
/// @param isRefused whether it was not served, because it found less than the one that answered
public record Snapshot(
    String id,
    ModelCard card,
    OptionalDouble check,
    OptionalDouble former,
    boolean isServing,
    boolean isRefused) {}
