package org.marquetry.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.marquetry.ui.profile.CustomerRows.News.FIGURES;
import static org.marquetry.ui.profile.CustomerRows.News.NONE;
import static org.marquetry.ui.profile.CustomerRows.News.ORDER;

import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerRowsTest {
  private static final CustomersQuery QUERY = CustomersQuery.FIRST;

  @Test
  void rowNineHundredThousandOfAMillionIsThatRow() {
    CustomerRows rows = new CustomerRows(new ManyCustomers(1_000_000));
    assertEquals(1_000_000, rows.count(QUERY));
    List<CustomerRow> read = rows.read(QUERY, 900_000, 50).toList();
    assertEquals(50, read.size());
    assertEquals("Customer 900000", read.getFirst().called());
    assertEquals(1_100_000, read.getFirst().net().orElseThrow().minor());
  }

  @Test
  void moreThanOnePageOfTheServiceIsReadInSeveral() {
    ManyCustomers shop = new ManyCustomers(2_400);
    List<CustomerRow> read = new CustomerRows(shop).read(QUERY, 0, 3_000).toList();
    assertEquals(2_400, read.size());
    assertEquals(3, shop.pages);
    assertEquals("c2399", read.getLast().customer().value());
  }

  @Test
  void moreRowsBehindMoveNothingAndOtherRowsAreOffered() {
    ManyCustomers shop = new ManyCustomers(10);
    CustomerRows rows = new CustomerRows(shop);
    rows.count(QUERY);
    assertEquals(10, rows.read(QUERY, 0, 50).count());
    assertEquals(NONE, rows.news(rows.look()));
    shop.customers = 20;
    assertEquals(FIGURES, rows.news(rows.look()));
    shop.first = 1;
    assertEquals(ORDER, rows.news(rows.look()));
  }
}
