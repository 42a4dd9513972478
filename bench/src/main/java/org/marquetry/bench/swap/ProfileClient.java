package org.marquetry.bench.swap;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// A plain component that asks for customers and checks the answers. It is built once, whatever is
/// swapped.
@Component(service = Callable.class, immediate = true)
public final class ProfileClient implements Callable<Boolean> {
  private static final int PAGE = 50;

  private final LiveProfiles profiles;

  @Activate
  public ProfileClient(@Reference LiveProfiles profiles) {
    this.profiles = profiles;
  }

  /// Return whether the answers are right: each customer has the orders that were there at first,
  /// or more.
  @Override
  public Boolean call() {
    CustomerId customer =
        new CustomerId(Orders.customer(ThreadLocalRandom.current().nextInt(Orders.CUSTOMERS)));
    return Actor.SYSTEM.call(() -> {
      Profile one = profiles.profile(customer).orElseThrow();
      List<Profile> page =
          profiles.page(new CustomerPage("", CustomerPage.By.ORDERS, true, 0, PAGE));
      return one.number(Traits.ORDERS).orElseThrow() >= 1 && page.size() == PAGE;
    });
  }
}
