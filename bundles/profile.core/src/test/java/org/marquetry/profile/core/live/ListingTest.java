package org.marquetry.profile.core.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.CustomerPage.By;

class ListingTest {
  private static final Listing.Wanted ANNS = new Listing.Wanted("ann", By.ORDERS, true, "EUR");

  private final LiveFold fold = new LiveFold(2);
  private final LiveState one = new LiveState();
  private final LiveState other = new LiveState();
  private final Listing listing = new Listing(fold);

  private void publish() {
    fold.publish(0, one, 0);
    fold.publish(1, other, 0);
  }

  @Test
  void theCountAndThePagesAreOfOneSearch() {
    one.accounts.put("ann", Account.NEW);
    other.accounts.put("hannah", Account.NEW);
    other.accounts.put("bob", Account.NEW);
    publish();
    assertEquals(2, listing.count("ann"));
    one.accounts.put("joanna", Account.NEW); // not published: a second search would find her
    assertEquals(List.of("ann", "hannah"), listing.customers(ANNS, 10));
    publish();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (listing.count("ann") == 2) {
            Thread.onSpinWait();
          }
        });
    assertEquals(3, listing.count("ann"));
    assertEquals(List.of("ann", "hannah", "joanna"), listing.customers(ANNS, 10));
  }

  @Test
  void theFirstPagesAreThoseOfTheWholeOrder() {
    Random random = new Random(7);
    for (int c = 0; c < 6_000; c++) {
      Trade trade =
          new Trade(
              Trade.Kind.ORDERED,
              "o" + c,
              1,
              null,
              random.nextInt(900),
              1,
              random.nextInt(900),
              "EUR");
      List<Trade> trades = c % 5 == 0 ? List.of() : List.of(trade);
      (c % 2 == 0 ? one : other)
          .accounts.put("c" + c, Account.of(trades, random.nextInt(700), Map.of(), Acts.NONE));
    }
    publish();
    for (By by : By.values()) {
      for (boolean descending : new boolean[] {true, false}) {
        Listing.Wanted wanted = new Listing.Wanted("", by, descending, "EUR");
        List<String> first = listing.customers(wanted, 50);
        List<String> all = listing.customers(wanted, 6_000);
        assertEquals(6_000, Set.copyOf(all).size());
        assertTrue(first.size() >= 50 && first.size() < 6_000, by + ": " + first.size());
        assertEquals(all.subList(0, first.size()), first, by + " " + descending);
      }
    }
  }
}
