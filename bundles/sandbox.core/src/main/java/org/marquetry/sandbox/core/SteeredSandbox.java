package org.marquetry.sandbox.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.api.time.VirtualClock;
import org.marquetry.sandbox.api.Sandbox;
import org.marquetry.sandbox.api.SandboxState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// How the world stands, and its clock.
@Provider("core")
@Component
public final class SteeredSandbox implements Sandbox {
  private static final double SECONDS_A_DAY = 86_400;
  private static final int FARTHEST_DAYS = 400;

  private final Living living;
  private final InstantSource clock;
  private final ShopZone zone;
  private final @Nullable VirtualClock driven;

  @Activate
  public SteeredSandbox(
      @Reference Living living,
      @Reference InstantSource clock,
      @Reference ShopZone zone,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable VirtualClock driven) {
    this.living = living;
    this.clock = clock;
    this.zone = zone;
    this.driven = driven;
  }

  @Override
  public SandboxState state() {
    boolean lives = living.isLiving();
    SandboxState.Phase phase =
        lives
            ? SandboxState.Phase.LIVING
            : living.sent() > 0 ? SandboxState.Phase.PAST : SandboxState.Phase.WAITING;
    return new SandboxState(
        phase,
        living.read(World::customers).orElse(0),
        living.sent(),
        clock.instant(),
        pace() / SECONDS_A_DAY,
        until(),
        driven != null,
        living.read(World::seed).orElse(0L));
  }

  private double pace() {
    VirtualClock own = driven;
    return own == null ? 1 : Actor.SYSTEM.call(own::pace);
  }

  private Optional<Instant> until() {
    VirtualClock own = driven;
    return own == null ? Optional.empty() : Actor.SYSTEM.call(own::until);
  }

  @Override
  public void pause() {
    go(0, Instant.MAX);
    Actor.SYSTEM.run(living::catchUp);
  }

  @Override
  public void run(double daysPerSecond) {
    if (!(daysPerSecond > 0 && daysPerSecond <= 1)) {
      throw new IllegalArgumentException(
          "daysPerSecond must be above 0 and at most 1, got " + daysPerSecond);
    }
    go(daysPerSecond * SECONDS_A_DAY, Instant.MAX);
  }

  @Override
  public void advanceTo(LocalDate day) {
    LocalDate today = zone.today();
    if (!day.isAfter(today) || day.isAfter(today.plusDays(FARTHEST_DAYS))) {
      throw new IllegalArgumentException(
          "day must be after %s and at most %d days ahead, got %s"
              .formatted(today, FARTHEST_DAYS, day));
    }
    go(SECONDS_A_DAY, zone.start(day));
  }

  private void go(double pace, Instant until) {
    VirtualClock own = driven;
    if (own == null) {
      throw new IllegalStateException(
          "the suite runs on the machine's clock, which nobody can drive; launcher/marquetry demo"
              + " starts one that can");
    }
    Actor.SYSTEM.run(() -> own.run(pace, until));
  }
}
