package org.marquetry.sandbox.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.marquetry.sandbox.core.SandboxPast;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.Event;

/// Hands out shops, each made once a run.
final class SandboxExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(SandboxExtension.class);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MOST_CUSTOMERS = 20_000; // all events stay in memory

  private record Wish(long seed, int customers, int products) {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SandboxShop.class;
  }

  @Override
  public SandboxShop resolveParameter(ParameterContext parameter, ExtensionContext context) {
    WithSandbox asked = asked(context);
    if (asked.customers() > MOST_CUSTOMERS) {
      throw new ParameterResolutionException(
          "customers must be at most %d, got %d".formatted(MOST_CUSTOMERS, asked.customers()));
    }
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(
            new Wish(asked.seed(), asked.customers(), asked.products()),
            SandboxExtension::made,
            SandboxShop.class);
  }

  /// The nearest annotation: the method's, else the class's or that of a class around it.
  private static WithSandbox asked(ExtensionContext context) {
    for (ExtensionContext at = context; ; at = at.getParent().orElseThrow()) {
      var found =
          at.getElement().flatMap(e -> AnnotationSupport.findAnnotation(e, WithSandbox.class));
      if (found.isPresent()) {
        return found.get();
      }
    }
  }

  private static SandboxShop made(Wish wish) {
    List<Event> events = new ArrayList<>();
    Truth truth =
        SandboxPast.of(wish.seed, wish.customers, wish.products, TODAY, ZONE, "CNY")
            .tell(events::add);
    return new SandboxShop(events, truth, TODAY, ZONE);
  }
}
