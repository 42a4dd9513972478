package org.marquetry.campaign.api;

import java.util.Optional;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.shop.api.CustomerId;

/// What became of one message.
///
/// @param answer the policy's answer at the moment of sending
/// @param outcome what the channel did; empty when the policy let nothing out
public record ContactResult(
    CustomerId customer, ContactAnswer answer, Optional<SendOutcome> outcome) {}
