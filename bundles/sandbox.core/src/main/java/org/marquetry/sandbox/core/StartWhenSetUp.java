package org.marquetry.sandbox.core;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.Timers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// Starts the stream once the first page has asked for the shop's currency and time zone, in which
/// the history is made.
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.marquetry.sandbox.core")
@Designate(ocd = SandboxConfig.class)
public final class StartWhenSetUp {
  private final Jobs jobs;
  private final ShopSettings settings;
  private final InstantSource clock;
  private final Timers.Timer timer;
  private final Living living;
  private final SandboxConfig config;

  @Activate
  public StartWhenSetUp(
      @Reference Jobs jobs,
      @Reference ShopSettings settings,
      @Reference InstantSource clock,
      @Reference Timers timers,
      @Reference Living living,
      SandboxConfig config) {
    this.config = config;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
    this.living = living;
    timer =
        Actor.SYSTEM.call(
            () -> timers.poll("sandbox.core.start", Duration.ofMillis(500), this::startIfSetUp));
  }

  @Deactivate
  void stop() {
    timer.cancel();
  }

  private void startIfSetUp() {
    settings
        .settings()
        .ifPresent(shop -> {
          timer.cancel();
          if (!living.isLiving()) {
            jobs.start(new JobRequest(StreamHistory.KIND, "world", setting(shop).arguments(), 3));
          }
        });
  }

  private Setting setting(ShopSettings.Settings shop) {
    return new Setting(
        config.seed(),
        config.customers(),
        config.products(),
        LocalDate.ofInstant(clock.instant(), shop.zone()),
        shop.zone(),
        shop.currency().getCurrencyCode());
  }
}
