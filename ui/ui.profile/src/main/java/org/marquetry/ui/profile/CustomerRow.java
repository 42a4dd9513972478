package org.marquetry.ui.profile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;

/// One line of the list; what is not known is absent.
record CustomerRow(
    CustomerId customer,
    Optional<String> name,
    OptionalDouble orders,
    Optional<Money> net,
    Optional<LocalDate> firstOrder,
    Optional<LocalDate> lastOrder,
    OptionalDouble quietDays,
    Optional<String> category) {
  static CustomerRow of(Profile profile) {
    return new CustomerRow(
        profile.customer(),
        profile.text(Traits.NAME),
        profile.number(Traits.ORDERS),
        profile.money(Traits.NET_REVENUE),
        profile.date(Traits.FIRST_ORDER),
        profile.date(Traits.LAST_ORDER),
        profile.number(Traits.QUIET_DAYS),
        profile.text(Traits.MAIN_CATEGORY));
  }

  /// The name, or the id of somebody whose name is not known.
  String called() {
    return name.orElse(customer.value());
  }
}
