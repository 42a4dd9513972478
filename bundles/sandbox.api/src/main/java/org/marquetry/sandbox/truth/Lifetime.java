package org.marquetry.sandbox.truth;

/// A customer's life with the shop.
///
/// @param alive whether the customer may still come
/// @param leavesPerDay probability to leave for good on a day, as it is now
/// @param visitsPerDay expected visits a day on an average day while alive
/// @param remainingDays expected days until the customer leaves; 0 when gone
public record Lifetime(
    boolean alive, double leavesPerDay, double visitsPerDay, double remainingDays) {}
