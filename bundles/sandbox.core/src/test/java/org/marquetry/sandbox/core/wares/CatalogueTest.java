package org.marquetry.sandbox.core.wares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  @Test
  void aSeedGivesTheSameProductsAndAnotherSeedOthers() {
    List<Product> once = Catalogue.of(1, 300, "CNY").products();
    assertEquals(once, Catalogue.of(1, 300, "CNY").products());
    assertEquals(once, Catalogue.of(1, 500, "CNY").products().subList(0, 300));
    assertNotEquals(once, Catalogue.of(2, 300, "CNY").products());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 2_000, 20_000})
  void noTwoProductsHaveTheSameName(int size) {
    List<Product> products = Catalogue.of(3, size, "EUR").products();
    assertEquals(size, products.size());
    Set<String> ids = new HashSet<>();
    Set<String> zh = new HashSet<>();
    Set<String> en = new HashSet<>();
    for (Product product : products) {
      assertTrue(ids.add(product.id()), product.id());
      assertTrue(zh.add(product.name().zh()), product.name().zh());
      assertTrue(en.add(product.name().en()), product.name().en());
    }
  }

  @Test
  void theDearerBrandsAreDearerAndEveryPriceIsAboveItsCost() {
    double[] sum = new double[3];
    int[] n = new int[3];
    for (Product product : Catalogue.of(4, 2_000, "CNY").products()) {
      assertTrue(product.price().minor() > product.cost().minor(), product.toString());
      double middle = Math.sqrt(product.kind().low() * product.kind().high()) * 780;
      sum[product.brand().level()] += product.price().minor() / middle;
      n[product.brand().level()]++;
    }
    assertTrue(sum[0] / n[0] < sum[1] / n[1] && sum[1] / n[1] < sum[2] / n[2]);
  }

  @Test
  void aRedDressIsNamedSoInBothLanguages() {
    List<Product> red =
        Catalogue.of(1, 2_000, "CNY").products().stream()
            .filter(p -> p.kind() == Kind.DRESS && p.colour() == Colour.RED)
            .toList();
    assertTrue(red.size() > 2, "red dresses: " + red.size());
    for (Product product : red) {
      assertTrue(product.name().zh().contains("红色") && product.name().zh().contains("连衣裙"));
      assertTrue(product.name().en().contains("red") && product.name().en().contains("dress"));
    }
  }
}
