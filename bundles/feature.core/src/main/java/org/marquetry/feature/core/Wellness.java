package org.marquetry.feature.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.ProviderStatus;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;

/// How bundles do after they were started: active, all that they promised is there, their health
/// checks are not critical, and their calls do not fail.
record Wellness(BundleContext context, GateControl gate) {
  private static final String CHECK = HealthCheck.class.getName();
  private static final String PROVIDER = "marquetry.provider";

  /// What is wrong with one of these bundles.
  Optional<Words> wrong(Collection<Bundle> bundles) {
    return absent(bundles)
        .or(() -> Actor.SYSTEM.call(() -> ill(bundles).or(() -> failing(bundles))));
  }

  /// Which of these bundles does not run, or does not offer what its components promise.
  Optional<Words> absent(Collection<Bundle> bundles) {
    for (Bundle bundle : bundles) {
      boolean fragment =
          (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
      if (!fragment && bundle.getState() != Bundle.ACTIVE) {
        return Optional.of(
            new Words(Probe.name(bundle) + " 没有运行", Probe.name(bundle) + " is not active"));
      }
      if (bundle.getHeaders("").get("Service-Component") == null) {
        continue; // some libraries promise what they offer only in other places
      }
      Set<String> missing = new HashSet<>(Probe.promised(bundle));
      missing.removeAll(Probe.types(bundle));
      if (!missing.isEmpty()) {
        missing.removeAll(new Waiting(context).of(bundle));
      }
      if (!missing.isEmpty()) {
        return Optional.of(
            new Words(
                Probe.name(bundle) + " 没有提供 " + missing,
                Probe.name(bundle) + " does not offer " + missing));
      }
    }
    return Optional.empty();
  }

  private Optional<Words> ill(Collection<Bundle> bundles) {
    Set<Object> theirs = new HashSet<>();
    for (Bundle bundle : bundles) {
      Probe.references(bundle).stream()
          .filter(r -> List.of((String[]) r.getProperty("objectClass")).contains(CHECK))
          .forEach(r -> theirs.add(r.getProperty(PROVIDER)));
    }
    for (ServiceReference<HealthCheck> reference : checks()) {
      HealthCheck check =
          theirs.contains(reference.getProperty(PROVIDER)) ? context.getService(reference) : null;
      if (check == null) {
        continue;
      }
      try {
        Health health = Health.of(check);
        if (health.status() == Health.Status.CRITICAL) {
          return Optional.of(
              new Words(
                  check.name() + " 严重异常：" + health.message(),
                  check.name() + " is critical: " + health.message()));
        }
      } finally {
        context.ungetService(reference);
      }
    }
    return Optional.empty();
  }

  private Collection<ServiceReference<HealthCheck>> checks() {
    try {
      return context.getServiceReferences(HealthCheck.class, null);
    } catch (org.osgi.framework.InvalidSyntaxException e) {
      throw new AssertionError("there is no filter", e);
    }
  }

  /// Which service of theirs fails, see [Calls#areFailing].
  private Optional<Words> failing(Collection<Bundle> bundles) {
    Set<String> names = new HashSet<>(bundles.stream().map(Probe::name).toList());
    for (GateStatus status : gate.status()) {
      for (ProviderStatus provider : status.providers()) {
        if (names.contains(provider.bundle()) && Calls.of(provider).areFailing()) {
          return Optional.of(
              new Words(
                  provider.bundle()
                      + " 里 "
                      + status.service()
                      + " 的 "
                      + provider.calls()
                      + " 次调用中有 "
                      + provider.failures()
                      + " 次失败",
                  provider.failures()
                      + " of "
                      + provider.calls()
                      + " calls of "
                      + status.service()
                      + " failed in "
                      + provider.bundle()));
        }
      }
    }
    return Optional.empty();
  }
}
