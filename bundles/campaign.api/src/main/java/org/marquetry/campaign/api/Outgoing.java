package org.marquetry.campaign.api;

import org.marquetry.channel.api.Message;
import org.marquetry.shop.api.CustomerId;

/// A written message and who is to get it.
public record Outgoing(CustomerId customer, Message message) {}
