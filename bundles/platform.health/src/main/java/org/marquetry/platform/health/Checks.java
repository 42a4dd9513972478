package org.marquetry.platform.health;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.gate.ProviderStatus;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The checks of all bundles together: the one that every bundle has, and those that bundles bring.
@Component(service = Checks.class)
public final class Checks {
  /// A check that a bundle brings.
  private record Brought(HealthCheck check, ServiceReference<HealthCheck> reference) {}

  private static final Logger log = LoggerFactory.getLogger(Checks.class);

  private final List<Brought> checks = new CopyOnWriteArrayList<>();
  private final BundleContext context;
  private final BundleChecks bundles;
  private final GateControl gate;
  private final FrameworkStartLevel startLevel;
  private final int wholeStartLevel;

  @Activate
  public Checks(
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference GateControl gate) {
    this.context = context;
    this.bundles = new BundleChecks(context, components);
    this.gate = gate;
    this.startLevel = context.getBundle(0).adapt(FrameworkStartLevel.class);
    String whole = context.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL);
    this.wholeStartLevel = whole == null ? 1 : Integer.parseInt(whole);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addCheck(HealthCheck check, ServiceReference<HealthCheck> reference) {
    checks.add(new Brought(check, reference));
  }

  void removeCheck(HealthCheck check, ServiceReference<HealthCheck> reference) {
    checks.removeIf(c -> c.reference.equals(reference));
  }

  /// The framework has reached its start level: every bundle had its turn.
  boolean isStarted() {
    return startLevel.getStartLevel() >= wholeStartLevel;
  }

  /// Look at everything.
  Report look() {
    Map<String, Finding> found = new TreeMap<>();
    bundles.look().forEach(f -> found.merge(f.name(), f, Finding::and));
    for (Brought brought : checks) {
      Finding finding = Actor.SYSTEM.call(() -> look(brought.check, owner(brought.reference)));
      found.merge(finding.name(), finding, Finding::and);
    }
    return new Report(isStarted(), found);
  }

  static Finding look(HealthCheck check, Owner owner) {
    String name = owner.name();
    try {
      name = owner.own(check.name());
      return new Finding(name, check.check(), owner.frame());
    } catch (ProviderMissing gone) {
      return new Finding(
          name,
          new Health(Health.Status.TEMPORARILY_UNAVAILABLE, "Its bundle is being replaced."),
          owner.frame());
    } catch (RuntimeException e) {
      log.warn("The health check {} failed", name, e);
      return new Finding(
          name, Health.critical("The check itself failed: " + e.getMessage()), owner.frame());
    }
  }

  /// Whose check it is: the bundle behind the gate, else the one that registered it.
  private Owner owner(ServiceReference<HealthCheck> reference) {
    Object provider = reference.getProperty("marquetry.provider");
    Optional<String> behind =
        Actor.SYSTEM.call(() -> gate.status(HealthCheck.class.getName())).stream()
            .flatMap(s -> s.providers().stream())
            .filter(p -> p.name().equals(provider))
            .map(ProviderStatus::bundle)
            .map(b -> b.split(" ", 2)[0])
            .findFirst();
    Stream<Bundle> candidates =
        behind
            .map(
                n -> Arrays.stream(context.getBundles()).filter(b -> n.equals(b.getSymbolicName())))
            .orElseGet(() -> Stream.ofNullable(reference.getBundle()));
    return candidates
        .findFirst()
        .map(b -> new Owner(BundleChecks.name(b.getSymbolicName()), BundleChecks.isFrame(b)))
        .orElse(new Owner("unnamed", false));
  }

  /// Whose check it is.
  record Owner(String name, boolean frame) {
    /// The check's name; one of ours may speak for another bundle, a partner's only for itself.
    String own(String named) {
      boolean itself = named.equals(name) || named.startsWith(name + ".");
      return frame || itself ? named : name + "/" + named;
    }
  }
}
