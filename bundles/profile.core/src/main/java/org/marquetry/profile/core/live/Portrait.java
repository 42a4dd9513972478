package org.marquetry.profile.core.live;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.value.PurchaseHistory;
import org.marquetry.shop.api.CustomerId;

/// Makes profiles of accounts, as of one moment: the same traits by the same rules as a build.
///
/// @param currency money is counted in; null = not known
record Portrait(LiveFold fold, ShopZone zone, @Nullable String currency, Instant now) {
  Profile of(String customer, Account account) {
    Profile.Builder profile = Profile.builder(new CustomerId(customer));
    if (currency != null) {
      profile.currency(currency);
    }
    account.texts().forEach((id, value) -> text(profile, id, value));
    if (account.lastActivity() != Account.NEVER) {
      profile.number(Traits.QUIET_DAYS, (double) daysSince(day(account.lastActivity())));
    }
    PurchaseHistory history = new PurchaseHistory();
    for (Totals.Order order : Totals.orders(account.trades())) {
      var money = order.money(currency);
      history.add(day(order.at()), money.isPresent() ? money.getAsLong() : Double.NaN);
    }
    int orders = account.totals().orders();
    profile.number(Traits.ORDERS, orders).number(Traits.FREQUENCY, history.purchases());
    if (orders > 0) {
      bought(profile, history, orders);
      Categories.of(fold, account, currency).stream()
          .max(Categories.BY_QUANTITY)
          .map(CategorySpend::category)
          .ifPresent(category -> profile.text(Traits.MAIN_CATEGORY, category));
    }
    return profile.build();
  }

  private void bought(Profile.Builder profile, PurchaseHistory history, int orders) {
    profile
        .number(Traits.NET_REVENUE, history.total())
        .number(Traits.AVERAGE_ORDER, history.total() / orders)
        .number(Traits.RECENCY_DAYS, (double) daysSince(history.last()))
        .number(Traits.AGE_DAYS, (double) daysSince(history.first()))
        .date(Traits.FIRST_ORDER, LocalDate.ofEpochDay(history.first()))
        .date(Traits.LAST_ORDER, LocalDate.ofEpochDay(history.last()));
    if (history.purchases() > 1) {
      profile.number(Traits.DAYS_BETWEEN, (double) history.recency() / (history.purchases() - 1));
    }
  }

  private static void text(Profile.Builder profile, String id, String value) {
    Trait trait = id.equals(Traits.NAME.id()) ? Traits.NAME : Traits.find(id).orElse(null);
    if (trait != null && trait.kind() == Trait.Kind.TEXT && !value.isEmpty()) {
      profile.text(trait, value);
    }
  }

  private long day(long at) {
    return zone.day(Instant.ofEpochMilli(at)).toEpochDay();
  }

  /// A day ahead of the clock, sent by a clock that goes fast, counts as today.
  private long daysSince(long day) {
    return Math.max(0, zone.day(now).toEpochDay() - day);
  }
}
