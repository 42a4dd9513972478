package org.marquetry.sandbox.home;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.sandbox.api.SampleShop;
import org.marquetry.sandbox.api.SampleShopState;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Proposes the made-up shop to who has none yet.
@Provider("sandbox")
@Component
public final class SampleIdea implements AgendaSource {
  private final SampleShop shop;
  private final Instant began;

  @Activate
  public SampleIdea(@Reference SampleShop shop, @Reference InstantSource clock) {
    this.shop = shop;
    began = clock.instant(); // an idea that stays is the same at each call
  }

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    if (shop.state().phase() != SampleShopState.Phase.NONE) {
      return List.of();
    }
    return List.of(
        AgendaItem.builder(
                AgendaItem.Kind.IDEA,
                "sandbox/sample",
                began,
                new Words(
                    "先在示例商店里试一试：它与您的商店完全分开，什么也不会发出去",
                    "Try things in the sample shop first: it is wholly apart from yours, and sends nothing"))
            .act(new Words("打开示例商店页面", "To the sample shop"), "sample-shop")
            .permission("sandbox.manage")
            .build());
  }
}
