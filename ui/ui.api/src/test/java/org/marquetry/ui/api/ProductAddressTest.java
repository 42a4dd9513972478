package org.marquetry.ui.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.ProductId;

class ProductAddressTest {
  @Test
  void anyIdComesBack() {
    for (String id :
        List.of("c1", "ann@example.com", "..", ".", "a/b", "王 芳", "~x", "a?b=c#d%2F")) {
      ProductId product = new ProductId(id);
      String segment = ProductAddress.segment(product);
      assertTrue(segment.matches("[A-Za-z0-9_~@.-]+") && !segment.startsWith("."), segment);
      assertEquals(Optional.of(product), ProductAddress.read(segment));
    }
    assertEquals("catalogue/c1", ProductAddress.of(new ProductId("c1")));
  }

  @Test
  void nonsenseIsNoProduct() {
    assertEquals(Optional.empty(), ProductAddress.read("~***"));
    assertEquals(Optional.empty(), ProductAddress.read(""));
  }
}
