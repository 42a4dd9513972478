package org.marquetry.profile.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Explanation;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.ProfileSummary;
import org.marquetry.profile.api.Profiles;
import org.marquetry.profile.api.Segment;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Profiles in columns in memory.
@Provider("core")
@Component(configurationPid = "org.marquetry.profile.core")
@Designate(ocd = ProfileConfig.class)
public final class CoreProfiles implements Profiles {
  private static final Logger log = LoggerFactory.getLogger(CoreProfiles.class);
  private static final int MAX_TOP = 10_000;

  private final Warehouse warehouse;
  private final ProfileOptions options;
  private volatile @Nullable Population population;

  @Activate
  public CoreProfiles(@Reference Warehouse warehouse, ProfileConfig config) {
    this(warehouse, ProfileOptions.from(config));
  }

  CoreProfiles(Warehouse warehouse, ProfileOptions options) {
    this.warehouse = warehouse;
    this.options = options;
  }

  /// Make profiles with the standard options, for tests.
  public static CoreProfiles standard(Warehouse warehouse) {
    return new CoreProfiles(warehouse, ProfileOptions.STANDARD);
  }

  @Override
  public ProfileSummary build(Instant asOf, Progress progress) {
    long begin = System.nanoTime();
    Population built = new ProfileBuild(warehouse, options, asOf, progress).build();
    population = built;
    ProfileSummary summary = built.summary();
    log.info(
        "Built {} profiles as of {} in {} ms; {} {}, {} {}",
        summary.customers(),
        asOf,
        (System.nanoTime() - begin) / 1_000_000,
        summary.orderModel().name(),
        summary.orderModel().note().en(),
        summary.spendModel().name(),
        summary.spendModel().note().en());
    return summary;
  }

  @Override
  public Optional<ProfileSummary> summary() {
    return Optional.ofNullable(population).map(Population::summary);
  }

  @Override
  public Optional<Profile> profile(CustomerId customer) {
    return built().profile(customer);
  }

  @Override
  public List<CustomerId> members(Condition condition) {
    Population current = built();
    return current.ids(current.members(condition));
  }

  @Override
  public int count(Condition condition) {
    return built().members(condition).cardinality();
  }

  @Override
  public List<Profile> top(Condition condition, Trait by, int limit) {
    if (by.kind() != Trait.Kind.NUMBER) {
      throw new IllegalArgumentException("by must be a number, got " + by.id());
    }
    if (limit < 1 || limit > MAX_TOP) {
      throw new IllegalArgumentException("limit must be 1.." + MAX_TOP + ", got " + limit);
    }
    return built().top(condition, by, limit);
  }

  @Override
  public Optional<Explanation> explain(Condition condition, CustomerId customer) {
    return built().explain(condition, customer);
  }

  @Override
  public List<Segment> segments() {
    return StandardSegments.ALL;
  }

  @Override
  public Words sentence(Condition condition) {
    return new Sentences(summary().flatMap(ProfileSummary::currency)).say(condition);
  }

  private Population built() {
    Population current = population;
    if (current == null) {
      throw new IllegalStateException("there are no profiles yet: call build first");
    }
    return current;
  }
}
