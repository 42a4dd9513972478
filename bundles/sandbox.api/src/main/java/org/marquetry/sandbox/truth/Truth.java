package org.marquetry.sandbox.truth;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.osgi.annotation.versioning.ProviderType;

/// Tell the truth about the synthetic shop; formulas in `docs/sandbox.md`. Everything is empty for
/// who or what the world does not know.
@ProviderType
@Requires("sandbox.reveal")
public interface Truth {
  /// What a customer gets from a product at its price now, in units of the choice model: one more
  /// makes a choice `e` times as likely.
  Optional<Double> utility(CustomerId customer, ProductId product);

  /// How a customer's utility changes with the logarithm of a price; below 0.
  Optional<Double> elasticity(CustomerId customer);

  /// A customer's life with the shop.
  Optional<Lifetime> lifetime(CustomerId customer);

  /// How weary of messages a customer is now: the number of messages so far, each half forgotten
  /// after five days.
  Optional<Double> fatigue(CustomerId customer);

  /// How a customer would take a message sent now.
  Optional<Reaction> reaction(CustomerId customer, Touch touch);

  /// What a message sent now would do to a customer within a horizon, against no message.
  ///
  /// @param horizonDays 1 to 60
  Optional<MessageEffect> effect(CustomerId customer, Touch touch, int horizonDays);

  /// Whom the world knows and who came already, in the order they came.
  List<CustomerId> customers();
}
