package org.marquetry.profile.api;

import java.util.Optional;
import org.marquetry.shop.api.Money;

/// What a customer bought and kept of one category.
///
/// @param category as the catalogue has it
/// @param quantity units kept
/// @param net paid for them; empty when amounts are not known
/// @param share of the customer's units in categories that are known, 0..1
public record CategorySpend(String category, double quantity, Optional<Money> net, double share) {}
