package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.CatalogueQuery.Stock;

class CatalogueStateTest {
  @Test
  void whatStandsInTheAddressComesBack() {
    CatalogueState state =
        CatalogueState.FIRST
            .withSearch("红色 & dress")
            .withCategory(Optional.of("Clothes/Women"))
            .withStock(Optional.of(Stock.SOLD_OUT))
            .withOrder(By.PRICE, false);
    String address = new Location("catalogue", state.toAddress()).getPathWithQueryParameters();
    assertEquals(state, CatalogueState.of(new Location(address).getQueryParameters()));
  }

  @Test
  void nonsenseIsTheFirstPage() {
    QueryParameters typed = QueryParameters.fromString("by=nothing&stock=much&category=");
    assertEquals(CatalogueState.FIRST, CatalogueState.of(typed));
    assertEquals("", CatalogueState.FIRST.toAddress().getQueryString());
  }
}
