package org.marquetry.ui.api;

import java.util.Optional;
import org.marquetry.shop.api.CustomerId;

/// The address of a customer's page.
public final class CustomerAddress {
  /// Address of the list of customers.
  public static final String LIST = "customers";

  /// Name of the parameter that holds a customer.
  public static final String PARAMETER = "customer";

  private CustomerAddress() {}

  /// The address of a customer's page.
  public static String of(CustomerId customer) {
    return LIST + "/" + segment(customer);
  }

  /// The last part of that address: letters, digits and `_~@.-`, whatever the id.
  public static String segment(CustomerId customer) {
    return IdSegment.of(customer.value());
  }

  /// Read the last part of an address; empty when it can be nobody's.
  public static Optional<CustomerId> read(String segment) {
    return IdSegment.read(segment, CustomerId::new);
  }
}
