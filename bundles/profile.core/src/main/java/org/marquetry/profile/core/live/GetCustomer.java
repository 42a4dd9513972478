package org.marquetry.profile.core.live;

import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.core.live.CustomerAnswers.Amount;
import org.marquetry.profile.core.live.CustomerAnswers.Customer;
import org.marquetry.profile.core.live.CustomerAnswers.Spend;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /customers/{id}`.
@Provider("customers.get")
@Component
public final class GetCustomer implements Operation {
  private final LiveProfiles profiles;

  @Activate
  public GetCustomer(@Reference LiveProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/customers/{id}", "Tell what is known about one customer", Customer.class, "profile.read");
  }

  @Override
  public Answer handle(Request request) {
    Profile profile = CustomerAnswers.customer(profiles, request);
    List<Spend> categories =
        profiles.categories(profile.customer()).stream()
            .map(c -> new Spend(c.category(), c.quantity(), c.net().map(Amount::of), c.share()))
            .toList();
    return Answer.ok(Customer.of(profile, categories));
  }
}
