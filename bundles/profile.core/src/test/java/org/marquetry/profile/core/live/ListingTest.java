package org.marquetry.profile.core.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
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
    assertEquals(List.of("ann", "hannah"), listing.customers(ANNS));
    publish();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (listing.count("ann") == 2) {
            Thread.onSpinWait();
          }
        });
    assertEquals(3, listing.count("ann"));
    assertEquals(List.of("ann", "hannah", "joanna"), listing.customers(ANNS));
  }
}
