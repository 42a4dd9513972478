package org.marquetry.recommend.api;

import java.util.List;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

/// Whom products are recommended to.
public sealed interface Whom {
  /// A customer, with all that is known of them.
  record Customer(CustomerId id) implements Whom {}

  /// Somebody who did not say who they are, with what they did lately.
  record Visitor(VisitorId id) implements Whom {}

  /// Somebody of whom only some products are known: a basket, a visit.
  ///
  /// @param products in the order of time; unknown ones are passed over
  record Session(List<ProductId> products) implements Whom {
    public Session {
      products = List.copyOf(products);
    }
  }
}
