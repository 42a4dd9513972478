package org.marquetry.platform.time;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.platform.api.time.VirtualClock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Choose the clock by the framework property `marquetry.clock` and register it.
@Component(service = {})
public final class ClockService {
  private static final Logger log = LoggerFactory.getLogger(ClockService.class);
  private static final String PROPERTY = "marquetry.clock";
  private static final String VIRTUAL = "virtual:";
  private static final String PACED = "paced";
  private static final String PACED_FROM = PACED + ":";

  private final List<ServiceRegistration<?>> services = new ArrayList<>();
  private final @Nullable AutoCloseable running;

  @Activate
  public ClockService(BundleContext context) {
    String choice = context.getProperty(PROPERTY);
    if (choice == null) {
      InstantSource clock = InstantSource.system();
      MachineTimers timers = new MachineTimers(clock);
      running = timers;
      services.add(context.registerService(InstantSource.class, clock, provider("machine")));
      services.add(context.registerService(Timers.class, timers, gated("machine")));
    } else if (choice.equals(PACED) || choice.startsWith(PACED_FROM)) {
      InstantSource machine = InstantSource.system();
      Instant from = choice.equals(PACED) ? machine.instant() : start(choice, PACED_FROM);
      PacedClock clock = new PacedClock(from, new MachineTimers(machine), file(context));
      running = clock;
      services.add(context.registerService(InstantSource.class, clock, provider("paced")));
      services.add(context.registerService(Timers.class, clock, gated("paced")));
      services.add(context.registerService(VirtualClock.class, clock, gated("paced")));
      log.info("The suite runs on a clock of its own, which stands at {}", clock.now());
    } else {
      running = null;
      DrivenClock clock = new DrivenClock(start(choice, VIRTUAL));
      services.add(context.registerService(InstantSource.class, clock, provider("virtual")));
      services.add(context.registerService(Timers.class, clock, gated("virtual")));
      services.add(context.registerService(VirtualClock.class, clock, gated("virtual")));
      log.info("The suite runs on a virtual clock that stands at {}", clock.now());
    }
  }

  private static Path file(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException("the framework property marquetry.home is not set");
    }
    return Path.of(home).resolve("data").resolve("clock");
  }

  static Instant start(String choice, String kind) {
    try {
      if (choice.startsWith(kind)) {
        return Instant.parse(choice.substring(kind.length()));
      }
    } catch (DateTimeParseException e) {
      throw wrong(choice, e);
    }
    throw wrong(choice, null);
  }

  private static IllegalArgumentException wrong(String choice, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        PROPERTY
            + " must be paced, "
            + PACED_FROM
            + "2025-01-01T00:00:00Z, "
            + VIRTUAL
            + "2025-01-01T00:00:00Z or be left out, got "
            + choice,
        cause);
  }

  /// A JDK type carries no permissions, so it is not gated.
  private static Dictionary<String, String> provider(String name) {
    return FrameworkUtil.asDictionary(Map.of("marquetry.clock", name));
  }

  private static Dictionary<String, String> gated(String name) {
    return FrameworkUtil.asDictionary(Map.of("marquetry.provider", name));
  }

  @Deactivate
  void close() throws Exception {
    services.forEach(ServiceRegistration::unregister);
    if (running != null) {
      running.close();
    }
  }
}
