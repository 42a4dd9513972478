package org.marquetry.ui.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marquetry.shop.api.CustomerId;

/// The address of a customer's page. An id of plain letters and digits stands in it as it is; any
/// other (a blank, a slash, Chinese) as `~` and its bytes in Base64, which every proxy leaves
/// alone.
public final class CustomerAddress {
  /// Address of the list of customers.
  public static final String LIST = "customers";

  /// Name of the parameter that holds a customer.
  public static final String PARAMETER = "customer";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]*");
  private static final String CODED = "~";

  private CustomerAddress() {}

  /// The address of a customer's page.
  public static String of(CustomerId customer) {
    return LIST + "/" + segment(customer);
  }

  /// The last part of that address.
  public static String segment(CustomerId customer) {
    String id = customer.value();
    return PLAIN.matcher(id).matches()
        ? id
        : CODED
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  /// Read the last part of an address; empty when it can be nobody's.
  public static Optional<CustomerId> read(String segment) {
    try {
      return Optional.of(
          new CustomerId(
              segment.startsWith(CODED)
                  ? new String(
                      Base64.getUrlDecoder().decode(segment.substring(1)), StandardCharsets.UTF_8)
                  : segment));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
