package org.marquetry.sandbox.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.marquetry.sandbox.core.SandboxPast;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.Event;

/// Which shop a test asks for.
record ShopWish(long seed, int customers, int products) {
  static final ShopWish SMALL = new ShopWish(1, 200, 100);

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ShopWish.class);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MOST_CUSTOMERS = 20_000; // all events stay in memory

  /// The nearest annotation: the method's, else the class's or that of a class around it.
  static Optional<ShopWish> of(ExtensionContext context) {
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      var found =
          at.get()
              .getElement()
              .flatMap(e -> AnnotationSupport.findAnnotation(e, WithSandbox.class))
              .map(asked -> new ShopWish(asked.seed(), asked.customers(), asked.products()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// The shop, made once a run.
  SandboxShop shop(ExtensionContext context) {
    if (customers > MOST_CUSTOMERS) {
      throw new ParameterResolutionException(
          "customers must be at most %d, got %d".formatted(MOST_CUSTOMERS, customers));
    }
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(this, ShopWish::made, SandboxShop.class);
  }

  private SandboxShop made() {
    List<Event> events = new ArrayList<>();
    Truth truth = SandboxPast.of(seed, customers, products, TODAY, ZONE, "CNY").tell(events::add);
    return new SandboxShop(events, truth, TODAY, ZONE);
  }
}
