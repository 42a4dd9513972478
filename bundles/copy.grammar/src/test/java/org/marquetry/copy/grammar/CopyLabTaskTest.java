package org.marquetry.copy.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.FactNames;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;

class CopyLabTaskTest {
  private static Column column(String name, String... cells) {
    int[] codes = new int[cells.length];
    for (int i = 0; i < cells.length; i++) codes[i] = i;
    return new Column("products.csv", name, codes, List.of(cells));
  }

  @Test
  void factsAreReadByTheUsualNames() {
    var facts =
        new ProductFacts(
            new Table(
                "products.csv",
                List.of(
                    column("product_title", "Lamp", " "),
                    column("package_size", "2 ct", ""),
                    column("price", "9.5", ""),
                    column("currency", "USD", ""))));
    assertEquals(
        List.of(FactNames.PRODUCT_TITLE, FactNames.PRODUCT_SIZE, FactNames.PRODUCT_PRICE),
        facts.of(0).stream().map(f -> f.name()).toList());
    assertEquals(List.of(), facts.of(1), "a product without a title is left out");
  }

  @Test
  void aFileWithoutTitlesSaysWhatItHas() {
    Table table = new Table("products.csv", List.of(column("sku", "1")));
    var error = assertThrows(LabInputException.class, () -> new ProductFacts(table));
    assertTrue(error.getMessage().contains("sku"), error.getMessage());
  }

  @Test
  void distinctPairsAreCounted() {
    Distinct distinct = new Distinct(CopyLanguage.EN);
    distinct.add("a b a b");
    assertEquals(2 / 3.0, distinct.value(), 1e-12);
  }
}
