package org.marquetry.ui.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.recommend.api.Whom;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;

class RecommendedToTest {
  private static RecommendedTo of(String address) {
    return RecommendedTo.of(new Location("x?" + address).getQueryParameters());
  }

  @Test
  void theAddressSaysItAndWhatIsNoIdIsPassedOver() {
    assertEquals(RecommendedTo.NOBODY, of(""));
    assertEquals(RecommendedTo.NOBODY, of("customer=&product=" + "x".repeat(65)));
    RecommendedTo to = of("customer=c%201&why=p1");
    assertEquals(new Whom.Customer(new CustomerId("c 1")), to.whom());
    assertEquals(to, RecommendedTo.of(to.toAddress()));
    assertEquals(
        new Whom.Session(List.of(new ProductId("a"), new ProductId("b"))),
        of("product=a&product=b&product=a").whom());
  }

  @Test
  void aCustomerOrABasketNotBoth() {
    Optional<CustomerId> customer = Optional.of(new CustomerId("c"));
    RecommendedTo basket = RecommendedTo.NOBODY.to(customer).with(List.of(new ProductId("a")));
    assertEquals(Optional.empty(), basket.customer());
    assertEquals(List.of(), basket.to(customer).products());
    assertEquals(customer, RecommendedTo.NOBODY.to(customer).with(List.of()).customer());
  }
}
