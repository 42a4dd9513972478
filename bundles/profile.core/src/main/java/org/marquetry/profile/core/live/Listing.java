package org.marquetry.profile.core.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.CustomerPage.By;
import org.marquetry.shop.api.EventProperties;

/// Customers found and put in order, kept for a while: whoever scrolls sees one order, and a shop
/// where events stream in does not sort a million customers for every page.
final class Listing {
  private static final int KEPT = 8;
  private static final long FRESH_NANOS = 1_000_000_000L;
  private static final int AT_MOST_A_TENTH = 10; // of the time goes into sorting

  private final LiveFold fold;
  private final Map<Wanted, Found> kept = new LinkedHashMap<>(16, 0.75f, true); // guarded by this

  Listing(LiveFold fold) {
    this.fold = fold;
  }

  /// @param search lower case
  /// @param currency that net revenue is counted in
  record Wanted(String search, By by, boolean descending, @Nullable String currency) {}

  private record Found(long version, long made, long took, List<String> customers) {
    boolean isFresh(long current, long now) {
      return version == current || now - made < Math.max(FRESH_NANOS, AT_MOST_A_TENTH * took);
    }
  }

  /// A customer with what it is ordered by; `known` ones come first.
  private record Keyed(String customer, boolean known, long key) {
    private static Keyed of(Map.Entry<String, Account> e, Wanted wanted) {
      Account account = e.getValue();
      Totals totals = account.totals();
      return switch (wanted.by()) {
        case ID -> new Keyed(e.getKey(), true, 0);
        case NET_REVENUE -> {
          var money = totals.money(wanted.currency());
          yield new Keyed(e.getKey(), money.isPresent(), money.orElse(0));
        }
        case ORDERS -> new Keyed(e.getKey(), true, totals.orders());
        case FIRST_ORDER -> new Keyed(e.getKey(), totals.orders() > 0, totals.first());
        case LAST_ORDER -> new Keyed(e.getKey(), totals.orders() > 0, totals.last());
        case LAST_ACTIVITY ->
            new Keyed(e.getKey(), account.lastActivity() != Account.NEVER, account.lastActivity());
      };
    }
  }

  /// The ids of those who are found, in order.
  synchronized List<String> customers(Wanted wanted) {
    long version = fold.version();
    long now = System.nanoTime();
    Found found = kept.get(wanted);
    if (found == null || !found.isFresh(version, now)) {
      List<String> customers = sorted(wanted);
      found = new Found(version, System.nanoTime(), System.nanoTime() - now, customers);
      kept.put(wanted, found);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return found.customers();
  }

  private List<String> sorted(Wanted wanted) {
    List<Keyed> keyed = new ArrayList<>();
    fold.states()
        .flatMap(state -> state.accounts.entrySet().stream())
        .filter(e -> matches(e.getKey(), e.getValue(), wanted.search()))
        .forEach(e -> keyed.add(Keyed.of(e, wanted)));
    keyed.sort(order(wanted));
    return keyed.stream().map(Keyed::customer).toList();
  }

  private static Comparator<Keyed> order(Wanted wanted) {
    Comparator<Keyed> byKey = Comparator.comparingLong(Keyed::key);
    Comparator<Keyed> byId = Comparator.comparing(Keyed::customer);
    boolean backwards = wanted.by() == By.ID && wanted.descending();
    return Comparator.comparing(Keyed::known)
        .reversed()
        .thenComparing(wanted.descending() ? byKey.reversed() : byKey)
        .thenComparing(backwards ? byId.reversed() : byId);
  }

  private static boolean matches(String customer, Account account, String search) {
    return search.isEmpty()
        || contains(customer, search)
        || contains(account.texts().get(EventProperties.NAME), search)
        || contains(account.texts().get(EventProperties.EMAIL), search);
  }

  private static boolean contains(@Nullable String text, String search) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(search);
  }
}
