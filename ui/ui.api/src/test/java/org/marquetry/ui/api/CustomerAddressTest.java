package org.marquetry.ui.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.CustomerId;

class CustomerAddressTest {
  @Test
  void anyIdComesBack() {
    for (String id :
        List.of("c1", "ann@example.com", "..", ".", "a/b", "王 芳", "~x", "a?b=c#d%2F")) {
      CustomerId customer = new CustomerId(id);
      String segment = CustomerAddress.segment(customer);
      assertTrue(segment.matches("[A-Za-z0-9_~@.-]+") && !segment.startsWith("."), segment);
      assertEquals(Optional.of(customer), CustomerAddress.read(segment));
    }
    assertEquals("customers/c1", CustomerAddress.of(new CustomerId("c1")));
  }

  @Test
  void nonsenseIsNobody() {
    assertEquals(Optional.empty(), CustomerAddress.read("~***"));
    assertEquals(Optional.empty(), CustomerAddress.read(""));
  }
}
