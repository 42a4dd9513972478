package org.marquetry.sandbox.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.Event;

/// The past of a world without a suite, for benchmarks and `sandbox.testing`.
public final class SandboxPast {
  private static final int BATCH = 5_000;

  private final Setting setting;

  private SandboxPast(Setting setting) {
    this.setting = setting;
  }

  /// Choose a shop.
  ///
  /// @param customers 1 to 2,000,000, who come in 540 days
  /// @param products 16 to 50,000
  /// @param today the day after the past, in `zone`
  public static SandboxPast of(
      long seed, int customers, int products, LocalDate today, ZoneId zone, String currency) {
    return new SandboxPast(new Setting(seed, customers, products, today, zone, currency));
  }

  /// Tell all events, the earliest first.
  ///
  /// @return the truth about who came, as it stands after the past; for one thread at a time
  public Truth tell(Consumer<Event> sink) {
    World world = new World(setting);
    while (world.day() < Setting.PAST) {
      world.live();
      world.take(world.season().start(world.day())).forEach(sink);
    }
    return new KnownTruth(world);
  }

  /// Send events to the HTTP door of the suite that runs on a home of this machine; return when
  /// they are on disk.
  ///
  /// @throws IOException if the door is shut or refuses them
  public static void send(List<Event> events, Path home) throws IOException {
    try (Door door = Door.of(home)) {
      for (int from = 0; from < events.size(); from += BATCH) {
        door.send(events.subList(from, Math.min(events.size(), from + BATCH)));
      }
      door.await();
    }
  }
}
