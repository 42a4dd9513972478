package org.marquetry.sandbox.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;

@WithSandbox
class WithSandboxTest {
  private static SandboxShop first;

  @BeforeAll
  static void takesIt(SandboxShop shop) {
    first = shop;
  }

  @Test
  void theSameShopIsMadeOnce(SandboxShop shop) {
    assertSame(first, shop);
    assertTrue(shop.events().size() > 50_000, shop.toString());
    assertEquals(
        shop.today(),
        shop.events().getLast().occurredAt().atZone(shop.zone()).toLocalDate().plusDays(1));
  }

  @Test
  void theTruthIsAboutWhoCame(SandboxShop shop) {
    assertEquals(2_000, shop.truth().customers().size());
    Set<CustomerId> ordered =
        shop.events(EventTypes.ORDERED).stream()
            .flatMap(event -> event.customer().stream())
            .collect(Collectors.toSet());
    assertTrue(shop.truth().customers().containsAll(ordered));
    assertTrue(
        ordered.size() > 1_900, "ordered " + ordered.size()); // the first visit mostly ends so
    for (CustomerId customer : shop.truth().customers().subList(0, 50)) {
      assertTrue(shop.truth().elasticity(customer).orElseThrow() < 0);
    }
  }

  @Test
  @WithSandbox(seed = 2)
  void anotherSeedHasOtherNumbersAndTheSameTruth(SandboxShop shop) {
    assertNotEquals(times(first), times(shop));
    for (CustomerId customer : first.truth().customers().subList(0, 50)) {
      assertEquals(first.truth().elasticity(customer), shop.truth().elasticity(customer));
    }
  }

  private static Set<String> times(SandboxShop shop) {
    return shop.events().stream()
        .limit(1_000)
        .map(Event::occurredAt)
        .map(String::valueOf)
        .collect(Collectors.toSet());
  }
}
