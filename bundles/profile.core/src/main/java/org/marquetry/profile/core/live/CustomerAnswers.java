package org.marquetry.profile.core.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;

/// What the operations on customers answer, and how they read what was asked.
final class CustomerAnswers {
  private CustomerAnswers() {}

  /// An amount in minor units.
  record Amount(long minor, String currency) {
    static Amount of(Money money) {
      return new Amount(money.minor(), money.currency());
    }
  }

  /// One customer: the traits that are known, by their ids.
  ///
  /// @param numbers money in minor units of `currency`
  record Customer(
      String customer,
      Optional<String> currency,
      Map<String, Double> numbers,
      Map<String, String> texts,
      Map<String, LocalDate> dates,
      List<Spend> categories) {

    static Customer of(Profile profile, List<Spend> categories) {
      Map<String, Double> numbers = new TreeMap<>();
      Map<String, String> texts = new TreeMap<>();
      Map<String, LocalDate> dates = new TreeMap<>();
      for (Trait trait : LiveProfiles.TRAITS) {
        switch (trait.kind()) {
          case NUMBER -> profile.number(trait).ifPresent(value -> numbers.put(trait.id(), value));
          case TEXT -> profile.text(trait).ifPresent(value -> texts.put(trait.id(), value));
          case DATE -> profile.date(trait).ifPresent(value -> dates.put(trait.id(), value));
        }
      }
      Optional<String> currency = profile.money(Traits.NET_REVENUE).map(Money::currency);
      return new Customer(profile.customer().value(), currency, numbers, texts, dates, categories);
    }
  }

  /// What was kept of a category.
  record Spend(String category, double quantity, Optional<Amount> net, double share) {}

  /// @param found how many customers the search finds in all
  record Customers(int found, List<Customer> customers) {}

  /// One event.
  record Happened(
      String id,
      String type,
      Instant occurredAt,
      Optional<String> product,
      Optional<String> title,
      Optional<String> order,
      OptionalDouble quantity,
      Optional<Amount> amount,
      Optional<Amount> counted,
      Optional<String> decision,
      Map<String, String> properties) {

    static Happened of(CustomerEvent event) {
      return new Happened(
          event.eventId(),
          event.type(),
          event.occurredAt(),
          event.product().map(ProductId::value),
          event.title(),
          event.order().map(OrderId::value),
          event.quantity(),
          event.amount().map(Amount::of),
          event.counted().map(Amount::of),
          event.decision().map(DecisionId::value),
          event.properties());
    }
  }

  /// @param found how many there are in all
  record Happenings(int found, List<Happened> events) {}

  /// A number of the query.
  ///
  /// @throws IllegalArgumentException naming the parameter
  static int number(Request request, String name, int otherwise) {
    String given = request.query(name).orElse(Integer.toString(otherwise));
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, got " + given, e);
    }
  }

  /// The customer named in the path.
  ///
  /// @throws ProblemException 404 when no event named the customer
  static Profile customer(LiveProfiles profiles, Request request) {
    CustomerId customer = new CustomerId(request.path("id"));
    return profiles
        .profile(customer)
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    404,
                    "There is no such customer",
                    "No event named the customer of this address.",
                    "Look for the customer with GET /customers?search=...")));
  }
}
