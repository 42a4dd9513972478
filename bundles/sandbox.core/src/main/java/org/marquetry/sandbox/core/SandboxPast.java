package org.marquetry.sandbox.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.marquetry.shop.api.Event;

/// The past of a world without a suite: for tests and benchmarks of this and other bundles.
public final class SandboxPast {
  private final Setting setting;

  private SandboxPast(Setting setting) {
    this.setting = setting;
  }

  /// A shop for tests: 2,000 customers, 300 products, about 100,000 events in some seconds; its
  /// past ends on 1 June 2026, its currency is the yuan, its zone Shanghai's.
  public static SandboxPast small(long seed) {
    return of(seed, 2_000, 300, LocalDate.of(2026, 6, 1), ZoneId.of("Asia/Shanghai"), "CNY");
  }

  /// Any shop.
  ///
  /// @param customers 1 to 2,000,000, who come in 540 days
  /// @param products 16 to 50,000
  /// @param today the day after the past, in `zone`
  public static SandboxPast of(
      long seed, int customers, int products, LocalDate today, ZoneId zone, String currency) {
    return new SandboxPast(new Setting(seed, customers, products, today, zone, currency));
  }

  /// Tell all events, the earliest first.
  public void tell(Consumer<Event> sink) {
    World world = new World(setting);
    while (world.day() < Setting.PAST) {
      world.live();
      world.take(world.season().start(world.day())).forEach(sink);
    }
  }
}
