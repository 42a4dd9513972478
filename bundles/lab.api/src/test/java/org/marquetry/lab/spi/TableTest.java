package org.marquetry.lab.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      new Table(
          "orders.csv",
          List.of(
              new Column("orders.csv", "user", new int[] {0, 1, 0}, List.of("ann", "bo")),
              new Column(
                  "orders.csv", "bought", new int[] {0, 1, 2}, List.of("True", "2.5", "x"))));

  @Test
  void numbersAndTruthValuesAreRead() {
    assertEquals(1, table.column("bought").number(0));
    assertEquals(2.5, table.column("bought").number(1));
  }

  @Test
  void aBadNumberIsNamedWithItsPlace() {
    var e = assertThrows(LabInputException.class, () -> table.column("bought").number(2));
    assertTrue(
        e.getMessage().contains("orders.csv, data row 3, column 'bought': 'x'"), e.getMessage());
  }

  @Test
  void aMissingColumnNamesThoseThereAre() {
    var e = assertThrows(LabInputException.class, () -> table.column("item"));
    assertTrue(e.getMessage().contains("[user, bought]"), e.getMessage());
  }

  @Test
  void selectedRowsKeepTheirCodes() {
    Table some = table.select(new int[] {2, 1});
    assertEquals(2, some.rows());
    assertEquals("ann", some.column("user").text(0));
    assertEquals(1, some.column("user").code(1));
  }
}
