package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.Optional;
import org.marquetry.shop.api.CustomerId;

/// What a campaign does, or did, with one person.
///
/// @param part of the sum
/// @param variant empty unless planned
/// @param at when it goes out; empty unless planned
/// @param reason code of what decided
public record CampaignPerson(
    CustomerId customer,
    Disposition part,
    Optional<String> variant,
    Optional<Instant> at,
    String reason) {}
