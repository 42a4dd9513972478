package org.marquetry.ui.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;

/// So many customers, the first of whom spent most; numbered, so that a test knows who stands
/// where.
final class ManyCustomers implements LiveProfiles {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  int customers;
  int first;
  int pages;

  ManyCustomers(int customers) {
    this.customers = customers;
  }

  @Override
  public int count(String search) {
    return search.isEmpty() ? customers : 1;
  }

  @Override
  public List<Profile> page(CustomerPage page) {
    pages++;
    return IntStream.range(page.offset(), Math.min(page.offset() + page.limit(), customers))
        .mapToObj(i -> profile(i + first))
        .toList();
  }

  private Profile profile(int i) {
    return Profile.builder(new CustomerId("c" + i))
        .currency("CNY")
        .text(Traits.NAME, "Customer " + i)
        .number(Traits.NET_REVENUE, 2_000_000 - i)
        .number(Traits.ORDERS, 1)
        .date(Traits.LAST_ORDER, DAY)
        .build();
  }

  @Override
  public Optional<Profile> profile(CustomerId customer) {
    return Optional.of(profile(0));
  }

  @Override
  public List<CategorySpend> categories(CustomerId customer) {
    return List.of();
  }

  @Override
  public List<CustomerEvent> events(
      CustomerId customer, Optional<Trait> behind, int offset, int limit) {
    return List.of();
  }

  @Override
  public OptionalInt eventCount(CustomerId customer, Optional<Trait> behind) {
    return OptionalInt.of(0);
  }
}
