package org.marquetry.campaign.api;

import java.time.Instant;
import org.marquetry.channel.api.Message;
import org.marquetry.shop.api.CustomerId;

/// A written message, who is to get it, and when.
public record Outgoing(CustomerId customer, Instant at, Message message) {}
