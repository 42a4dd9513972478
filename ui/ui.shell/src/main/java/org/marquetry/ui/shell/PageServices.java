package org.marquetry.ui.shell;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.LogIn;
import org.marquetry.access.api.SetUp;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Live;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// The services of the shell's own pages.
@Component(service = PageServices.class)
public final class PageServices {
  private final LogIn logIn;
  private final SetUp setUp;
  private final ShopSettings shop;
  private final Users users;
  private final GateControl gate;
  private final ShopZone zone;
  private final Live live;
  private final Announcement announcement;
  private final BundleContext bundles;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile @Nullable Jobs jobs;

  @Reference(policyOption = ReferencePolicyOption.GREEDY)
  volatile List<HealthCheck> checks = List.of();

  @Activate
  public PageServices(
      @Reference LogIn logIn,
      @Reference SetUp setUp,
      @Reference ShopSettings shop,
      @Reference Users users,
      @Reference GateControl gate,
      @Reference ShopZone zone,
      @Reference Live live,
      @Reference Announcement announcement,
      BundleContext bundles) {
    this.logIn = logIn;
    this.setUp = setUp;
    this.shop = shop;
    this.users = users;
    this.gate = gate;
    this.zone = zone;
    this.live = live;
    this.announcement = announcement;
    this.bundles = bundles;
  }

  LogIn logIn() {
    return logIn;
  }

  SetUp setUp() {
    return setUp;
  }

  ShopSettings shop() {
    return shop;
  }

  Users users() {
    return users;
  }

  ShopZone zone() {
    return zone;
  }

  Live live() {
    return live;
  }

  /// What the bundles say about themselves.
  List<HealthCheck> checks() {
    return checks;
  }

  GateControl gate() {
    return gate;
  }

  Announcement announcement() {
    return announcement;
  }

  /// Whether this is a made-up shop.
  boolean sample() {
    return Boolean.parseBoolean(bundles.getProperty("marquetry.sample"));
  }

  BundleContext bundles() {
    return bundles;
  }

  /// The job service, if its bundle runs.
  Optional<Jobs> jobs() {
    return Optional.ofNullable(jobs);
  }
}
