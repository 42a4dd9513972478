package org.marquetry.placement.api;

/// How people responded to what they were sent. Each person counts once in a campaign; counts of
/// campaigns are added.
///
/// @param group campaign kind or variant; empty when the shop's files name none
/// @param sent people addressed
/// @param opened people who opened; 0 when the shop's files do not tell
/// @param clicked people who clicked; 0 when the shop's files do not tell
/// @param redeemed people who used an offer; 0 when the shop's files do not tell
public record ResponseCounts(String group, long sent, long opened, long clicked, long redeemed) {}
