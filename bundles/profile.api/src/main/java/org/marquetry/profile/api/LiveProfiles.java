package org.marquetry.profile.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// Every customer as the journal's events tell it right now. Safe for use by many threads.
///
/// A fold, not a build: an event that was acknowledged counts within moments, and the figures are
/// those that [Profiles#build] finds for the same events. It knows the traits in [#TRAITS]; what a
/// model tells (scores, lifetime value, tiers) is the business of [Profiles].
@ProviderType
@Requires("profile.read")
@Power(Power.PROFILES_READ)
public interface LiveProfiles {
  /// Most customers or events in one answer.
  int MAX_PAGE = 1_000;

  /// The traits that a live profile may hold, unless they are not known.
  List<Trait> TRAITS =
      List.of(
          Traits.NAME,
          Traits.ORDERS,
          Traits.NET_REVENUE,
          Traits.RECENCY_DAYS,
          Traits.FREQUENCY,
          Traits.AVERAGE_ORDER,
          Traits.FIRST_ORDER,
          Traits.LAST_ORDER,
          Traits.AGE_DAYS,
          Traits.QUIET_DAYS,
          Traits.MAIN_CATEGORY,
          Traits.LANGUAGE,
          Traits.CITY,
          Traits.COUNTRY,
          Traits.GENDER,
          Traits.CONSENT_EMAIL);

  /// Count the customers that a search finds.
  ///
  /// @param search part of the customer's id, name or e-mail address, in any case; empty for all
  int count(String search);

  /// Return one page of customers. A million of them take some tens of milliseconds.
  List<Profile> page(CustomerPage page);

  /// Return one customer; empty when no event named the customer.
  Optional<Profile> profile(CustomerId customer);

  /// Return what the customer kept of each category, the largest sum first.
  List<CategorySpend> categories(CustomerId customer);

  /// Return a customer's events, newest first: all of them, or those that a trait's value rests on.
  ///
  /// @param behind one of [#TRAITS]; empty for all
  /// @param offset how many to leave out, at least 0
  /// @param limit 1 to [#MAX_PAGE]
  /// @throws IllegalArgumentException if the trait does not rest on events
  List<CustomerEvent> events(CustomerId customer, Optional<Trait> behind, int offset, int limit);

  /// Count what [#events] would return in all; empty when the trait does not rest on events.
  OptionalInt eventCount(CustomerId customer, Optional<Trait> behind);
}
