package org.marquetry.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.CustomerPage.By;

class CustomersQueryTest {
  @Test
  void stateGoesIntoTheAddressAndBack() {
    for (By by : By.values()) {
      for (boolean descending : new boolean[] {true, false}) {
        CustomersQuery query = new CustomersQuery("红 & ann", by, descending);
        assertEquals(query, CustomersQuery.of(query.toAddress()));
      }
    }
    assertEquals("", CustomersQuery.FIRST.toAddress().getQueryString());
    assertEquals(CustomersQuery.FIRST, CustomersQuery.of(QueryParameters.empty()));
  }

  @Test
  void anAddressSomebodyTypedWronglyShowsTheFirstOrder() {
    QueryParameters typed = new QueryParameters(Map.of("by", List.of("shoe-size")));
    assertEquals(CustomersQuery.FIRST, CustomersQuery.of(typed));
  }
}
