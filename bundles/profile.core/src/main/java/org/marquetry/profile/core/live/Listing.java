package org.marquetry.profile.core.live;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.api.CustomerPage.By;
import org.marquetry.shop.api.EventProperties;

/// Customers found and put in order, kept for a while: whoever scrolls sees one order, and a shop
/// where events stream in does not sort a million customers for every page. Who matches a search is
/// kept as well, for its count and its pages in every order. Most people look at the first pages
/// only: of these many customers the first ones are picked, not all put in order.
final class Listing {
  private static final int KEPT = 8;
  private static final long FRESH_NANOS = 1_000_000_000L;
  private static final int FIRST = 2_000;
  private static final int AT_MOST_A_TENTH = 10; // of the time goes into sorting

  private final LiveFold fold;
  private final Map<String, Found> matched = byUse(); // by search, in no order; guarded by this
  private final Map<Wanted, Found> ordered = byUse(); // guarded by this

  Listing(LiveFold fold) {
    this.fold = fold;
  }

  private static <K> Map<K, Found> byUse() {
    return new LinkedHashMap<>(16, 0.75f, true);
  }

  /// @param search lower case
  /// @param currency that net revenue is counted in
  record Wanted(String search, By by, boolean descending, @Nullable String currency) {}

  /// @param version of the fold when the search began
  /// @param made nanoseconds, when the search began
  /// @param took nanoseconds of search and order
  /// @param whole whether nobody is left out
  private record Found(long version, long made, long took, List<String> customers, boolean whole) {
    boolean has(int needed) {
      return whole || customers.size() >= needed;
    }

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

  /// How many a search finds.
  ///
  /// @param search lower case, not empty
  synchronized int count(String search) {
    return matched(search).customers().size();
  }

  /// The ids of those who are found, in order: so many of them at least, if there are so many.
  synchronized List<String> customers(Wanted wanted, int needed) {
    return kept(ordered, wanted, needed, () -> ordered(wanted, needed)).customers();
  }

  private Found matched(String search) {
    return kept(matched, search, 0, () -> search(search));
  }

  private <K> Found kept(Map<K, Found> kept, K key, int needed, Supplier<Found> make) {
    Found found = kept.get(key);
    if (found == null || !found.has(needed) || !found.isFresh(fold.version(), System.nanoTime())) {
      found = make.get();
      kept.put(key, found);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return found;
  }

  private Found search(String search) {
    long version = fold.version();
    long begin = System.nanoTime();
    List<String> customers =
        accounts()
            .filter(e -> matches(e.getKey(), e.getValue(), search))
            .map(Map.Entry::getKey)
            .toList();
    return new Found(version, begin, System.nanoTime() - begin, customers, true);
  }

  private Found ordered(Wanted wanted, int needed) {
    boolean all = wanted.search().isEmpty();
    Found found =
        all
            ? new Found(fold.version(), System.nanoTime(), 0, List.of(), true)
            : matched(wanted.search());
    long begin = System.nanoTime();
    Stream<Keyed> keyed =
        (all ? accounts() : accounts(found.customers())).map(e -> Keyed.of(e, wanted));
    Comparator<Keyed> order = order(wanted);
    List<Keyed> customers =
        needed > FIRST ? keyed.sorted(order).toList() : first(keyed.iterator(), order);
    long took = found.took() + System.nanoTime() - begin;
    return new Found(
        found.version(),
        found.made(),
        took,
        customers.stream().map(Keyed::customer).toList(),
        needed > FIRST || customers.size() < FIRST);
  }

  /// The first ones in an order.
  private static List<Keyed> first(Iterator<Keyed> all, Comparator<Keyed> order) {
    PriorityQueue<Keyed> best =
        new PriorityQueue<>(FIRST + 1, order.reversed()); // the last one first
    while (all.hasNext()) {
      Keyed next = all.next();
      if (best.size() < FIRST) {
        best.add(next);
      } else if (order.compare(next, best.element()) < 0) {
        best.remove();
        best.add(next);
      }
    }
    return best.stream().sorted(order).toList();
  }

  private Stream<Map.Entry<String, Account>> accounts() {
    return fold.states().flatMap(state -> state.accounts.entrySet().stream());
  }

  private Stream<Map.Entry<String, Account>> accounts(List<String> customers) {
    return customers.stream()
        .flatMap(id -> fold.account(id).map(account -> Map.entry(id, account)).stream());
  }

  private static Comparator<Keyed> order(Wanted wanted) {
    boolean down = wanted.descending();
    boolean backwards = wanted.by() == By.ID && down;
    return (a, b) -> {
      if (a.known != b.known) {
        return a.known ? -1 : 1;
      }
      int byKey = Long.compare(a.key, b.key);
      if (byKey != 0) {
        return down ? -byKey : byKey;
      }
      int byId = a.customer.compareTo(b.customer);
      return backwards ? -byId : byId;
    };
  }

  private static boolean matches(String customer, Account account, String search) {
    return contains(customer, search)
        || contains(account.texts().get(EventProperties.NAME), search)
        || contains(account.texts().get(EventProperties.EMAIL), search);
  }

  private static boolean contains(@Nullable String text, String search) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(search);
  }
}
