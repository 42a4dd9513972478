package org.marquetry.platform.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.health.Health;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/// One check for every bundle, without its doing: is it active, is every component satisfied?
///
/// A fault of the frame (our bundles marked `Marquetry-Swap: restart`) is critical: nothing works
/// without it. A fault of any other bundle, ours or a partner's, is a warning: the suite goes on.
final class BundleChecks {
  private static final String OURS = "org.marquetry.";
  private static final int HIGHEST_LEVEL = 100;

  private final BundleContext context;
  private final ServiceComponentRuntime components;

  BundleChecks(BundleContext context, ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  /// Look at every bundle that has components or is made for Marquetry, and at all others that are
  /// not active.
  List<Finding> look() {
    Map<Long, List<String>> faults = new HashMap<>();
    Map<Long, Integer> counts = new HashMap<>();
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
      for (ComponentConfigurationDTO c : components.getComponentConfigurationDTOs(component)) {
        counts.merge(component.bundle.id, 1, Integer::sum);
        fault(component, c)
            .ifPresent(
                f -> faults.computeIfAbsent(component.bundle.id, _ -> new ArrayList<>()).add(f));
      }
    }
    List<Finding> found = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      long id = bundle.getBundleId();
      if (id == 0 || isLeaving(bundle) || header(bundle, Constants.FRAGMENT_HOST) != null) continue;
      List<String> wrong = new ArrayList<>(faults.getOrDefault(id, List.of()));
      if (!isUp(bundle)) wrong.addFirst("the bundle is not active");
      boolean looked =
          header(bundle, "Marquetry-Swap") != null || header(bundle, "Service-Component") != null;
      if (looked || !wrong.isEmpty()) {
        found.add(finding(bundle, wrong, counts.getOrDefault(id, 0)));
      }
    }
    return found;
  }

  private static Finding finding(Bundle bundle, List<String> wrong, int components) {
    boolean frame = isFrame(bundle);
    String message = String.join("; ", wrong) + ". See System > Bundles.";
    Health health =
        wrong.isEmpty()
            ? Health.ok(components == 0 ? "active" : "active, components: " + components)
            : frame ? Health.critical(message) : Health.warn(message);
    return new Finding(name(bundle.getSymbolicName()), health, frame);
  }

  /// The name of a bundle's check.
  static String name(@org.jspecify.annotations.Nullable String symbolicName) {
    if (symbolicName == null) return "unnamed";
    return symbolicName.startsWith(OURS) ? symbolicName.substring(OURS.length()) : symbolicName;
  }

  /// Whether the suite cannot do without this bundle.
  static boolean isFrame(Bundle bundle) {
    String name = bundle.getSymbolicName();
    return name != null
        && name.startsWith(OURS)
        && "restart".equals(header(bundle, "Marquetry-Swap"));
  }

  private static Optional<String> fault(
      ComponentDescriptionDTO component, ComponentConfigurationDTO c) {
    String name = component.implementationClass.replaceFirst(".*\\.", "");
    return switch (c.state) {
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          Optional.of(name + " waits for " + wanted(component, c.unsatisfiedReferences[0]));
      case ComponentConfigurationDTO.FAILED_ACTIVATION ->
          Optional.of(
              name + " failed: " + String.valueOf(c.failure).lines().findFirst().orElse(""));
      default -> Optional.empty();
    };
  }

  private static String wanted(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
    for (ReferenceDTO reference : component.references) {
      if (reference.name.equals(unsatisfied.name)) {
        return reference.interfaceName + (reference.target == null ? "" : " " + reference.target);
      }
    }
    return unsatisfied.name;
  }

  /// Whether a bundle has its turn to start at no level that the framework ever reaches: it was
  /// replaced and goes within seconds.
  static boolean isLeaving(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).getStartLevel() > HIGHEST_LEVEL;
  }

  private static boolean isUp(Bundle bundle) {
    boolean lazy =
        bundle.getState() == Bundle.STARTING
            && header(bundle, Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    return bundle.getState() == Bundle.ACTIVE || lazy;
  }

  @org.jspecify.annotations.Nullable
  private static String header(Bundle bundle, String name) {
    return bundle.getHeaders("").get(name);
  }
}
