package org.marquetry.profile.core.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.core.live.CustomerAnswers.Customer;
import org.marquetry.profile.core.live.CustomerAnswers.Customers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /customers?search=&by=&descending=&offset=&limit=`.
@Provider("customers.list")
@Component
public final class ListCustomers implements Operation {
  private final LiveProfiles profiles;

  @Activate
  public ListCustomers(@Reference LiveProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/customers",
        "Find customers; query: search, by (id, net_revenue, orders, first_order, last_order,"
            + " last_activity), descending, offset, limit (at most 1000)",
        Customers.class,
        "profile.read");
  }

  @Override
  public Answer handle(Request request) {
    CustomerPage page =
        new CustomerPage(
            request.query("search").orElse(""),
            by(request.query("by").orElse("id")),
            request.query("descending").map(Boolean::parseBoolean).orElse(false),
            CustomerAnswers.number(request, "offset", 0),
            CustomerAnswers.number(request, "limit", 100));
    return Answer.ok(
        new Customers(
            profiles.count(page.search()),
            profiles.page(page).stream().map(one -> Customer.of(one, List.of())).toList()));
  }

  private static CustomerPage.By by(String name) {
    return Arrays.stream(CustomerPage.By.values())
        .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "by must be one of "
                    + Arrays.toString(CustomerPage.By.values()).toLowerCase(Locale.ROOT)
                    + ", got "
                    + name));
  }
}
