package org.marquetry.ui.profile;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.profile.api.CustomerPage.By;

/// What the list shows: its state in the address, `?search=ann&by=orders&descending=true`.
record CustomersQuery(String search, By by, boolean descending) {
  static final CustomersQuery FIRST = new CustomersQuery("", By.NET_REVENUE, true);

  static CustomersQuery of(QueryParameters address) {
    String search = address.getSingleParameter("search").orElse(FIRST.search);
    Optional<By> by =
        address
            .getSingleParameter("by")
            .flatMap(
                name -> Arrays.stream(By.values()).filter(b -> word(b).equals(name)).findFirst());
    boolean descending =
        address
            .getSingleParameter("descending")
            .map(Boolean::parseBoolean)
            .orElse(by.isEmpty() && FIRST.descending);
    return new CustomersQuery(search, by.orElse(FIRST.by), descending);
  }

  /// What stands in the address; nothing for what is so anyway.
  QueryParameters toAddress() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (!search.isEmpty()) {
      values.put("search", List.of(search));
    }
    if (by != FIRST.by || descending != FIRST.descending) {
      values.put("by", List.of(word(by)));
      values.put("descending", List.of(Boolean.toString(descending)));
    }
    return new QueryParameters(values);
  }

  CustomersQuery withSearch(String text) {
    return new CustomersQuery(text, by, descending);
  }

  CustomersQuery withOrder(By order, boolean down) {
    return new CustomersQuery(search, order, down);
  }

  private static String word(By by) {
    return by.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
