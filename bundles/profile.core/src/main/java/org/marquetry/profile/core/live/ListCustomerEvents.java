package org.marquetry.profile.core.live;

import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.core.live.CustomerAnswers.Happened;
import org.marquetry.profile.core.live.CustomerAnswers.Happenings;
import org.marquetry.shop.api.CustomerId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /customers/{id}/events?behind=&offset=&limit=`.
@Provider("customers.events")
@Component
public final class ListCustomerEvents implements Operation {
  private final LiveProfiles profiles;

  @Activate
  public ListCustomerEvents(@Reference LiveProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/customers/{id}/events",
        "List a customer's events, newest first; query: behind (a trait: the events that its value"
            + " rests on), offset, limit (at most 1000)",
        Happenings.class,
        "profile.read");
  }

  @Override
  public Answer handle(Request request) {
    CustomerId customer = CustomerAnswers.customer(profiles, request).customer();
    Optional<Trait> behind = request.query("behind").map(ListCustomerEvents::trait);
    int found =
        profiles
            .eventCount(customer, behind)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no events stand behind " + behind.map(Trait::id).orElse("")));
    return Answer.ok(
        new Happenings(
            found,
            profiles
                .events(
                    customer,
                    behind,
                    CustomerAnswers.number(request, "offset", 0),
                    CustomerAnswers.number(request, "limit", 100))
                .stream()
                .map(Happened::of)
                .toList()));
  }

  private static Trait trait(String id) {
    return LiveProfiles.TRAITS.stream()
        .filter(trait -> trait.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "behind must be one of "
                    + LiveProfiles.TRAITS.stream().map(Trait::id).toList()
                    + ", got "
                    + id));
  }
}
