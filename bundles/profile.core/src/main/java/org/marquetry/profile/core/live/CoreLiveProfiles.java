package org.marquetry.profile.core.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// Live profiles from the projection; the events behind them from the warehouse.
@Provider("core")
@Component
public final class CoreLiveProfiles implements LiveProfiles {
  private final InstantSource clock;
  private final ShopZone zone;
  private final LiveFold fold;
  private final Listing listing;
  private final Timeline timeline;
  private final Supplier<Optional<String>> shopCurrency;

  @Activate
  public CoreLiveProfiles(
      @Reference LiveStore store,
      @Reference Warehouse warehouse,
      @Reference InstantSource clock,
      @Reference ShopZone zone,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ShopSettings settings) {
    this(store, warehouse, clock, zone, () -> currency(settings));
  }

  /// @param shopCurrency what money is counted in, once the shop has said so
  public CoreLiveProfiles(
      LiveStore store,
      Warehouse warehouse,
      InstantSource clock,
      ShopZone zone,
      Supplier<Optional<String>> shopCurrency) {
    this.clock = clock;
    this.zone = zone;
    this.shopCurrency = shopCurrency;
    fold = store.fold();
    listing = new Listing(fold);
    timeline = new Timeline(warehouse);
  }

  private static Optional<String> currency(@Nullable ShopSettings settings) {
    return settings == null
        ? Optional.empty()
        : Actor.SYSTEM.call(settings::settings).map(s -> s.currency().getCurrencyCode());
  }

  /// The shop's currency; before it is set, that of any order.
  private @Nullable String currency() {
    return shopCurrency.get().or(fold::anyCurrency).orElse(null);
  }

  @Override
  public int count(String search) {
    return search.isBlank() ? fold.customers() : listing.count(searched(search));
  }

  @Override
  public List<Profile> page(CustomerPage page) {
    Instant now = clock.instant();
    String currency = currency();
    int end = (int) Math.min(Integer.MAX_VALUE, (long) page.offset() + page.limit());
    List<String> customers =
        listing.customers(wanted(page.search(), page.by(), page.descending()), end);
    int from = Math.min(page.offset(), customers.size());
    int to = Math.min(end, customers.size());
    return customers.subList(from, to).stream()
        .flatMap(id -> fold.account(id).map(a -> portrait(currency, now).of(id, a)).stream())
        .toList();
  }

  private Listing.Wanted wanted(String search, CustomerPage.By by, boolean descending) {
    return new Listing.Wanted(searched(search), by, descending, currency());
  }

  private static String searched(String search) {
    return search.strip().toLowerCase(Locale.ROOT);
  }

  private Portrait portrait(@Nullable String currency, Instant now) {
    return new Portrait(fold, zone, currency, now);
  }

  @Override
  public Optional<Profile> profile(CustomerId customer) {
    return fold.account(customer.value())
        .map(account -> portrait(currency(), clock.instant()).of(customer.value(), account));
  }

  @Override
  public List<CategorySpend> categories(CustomerId customer) {
    return fold.account(customer.value())
        .map(account -> Categories.of(fold, account, currency()))
        .orElse(List.of());
  }

  @Override
  public List<CustomerEvent> events(
      CustomerId customer, Optional<Trait> behind, int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException(
          "offset must be >= 0 and limit 1.." + MAX_PAGE + ", got " + offset + " and " + limit);
    }
    Behind what =
        behind(customer, behind)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no events stand behind " + behind.map(Trait::id).orElse("")));
    return Actor.SYSTEM.call(() -> timeline.events(customer, what, offset, limit));
  }

  @Override
  public OptionalInt eventCount(CustomerId customer, Optional<Trait> behind) {
    return behind(customer, behind)
        .map(what -> OptionalInt.of(Actor.SYSTEM.call(() -> timeline.count(customer, what))))
        .orElse(OptionalInt.empty());
  }

  private Optional<Behind> behind(CustomerId customer, Optional<Trait> trait) {
    return trait.isEmpty()
        ? Optional.of(Behind.ALL)
        : Behind.of(
            trait.get(),
            customer,
            categories(customer).stream().max(Categories.BY_QUANTITY).map(CategorySpend::category));
  }
}
