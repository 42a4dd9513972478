package org.marquetry.platform.health;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/// Is every bundle active and every component satisfied? A part that is missing is a warning: the
/// suite goes on without it.
@Provider("framework")
@Component
public final class FrameworkCheck implements HealthCheck {
  private final BundleContext context;
  private final ServiceComponentRuntime components;

  @Activate
  public FrameworkCheck(BundleContext context, @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  @Override
  public String name() {
    return "platform.health";
  }

  @Override
  public Health check() {
    List<String> wrong = new ArrayList<>();
    Bundle[] bundles = context.getBundles();
    for (Bundle bundle : bundles) {
      if (!isFragment(bundle) && !isUp(bundle)) {
        wrong.add("bundle " + bundle.getSymbolicName() + " is not active");
      }
    }
    int count = 0;
    for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs()) {
      for (ComponentConfigurationDTO c : components.getComponentConfigurationDTOs(description)) {
        count++;
        fault(c).ifPresent(f -> wrong.add("component " + description.name + " " + f));
      }
    }
    return wrong.isEmpty()
        ? Health.ok(bundles.length + " bundles active, " + count + " components satisfied")
        : Health.warn(String.join("; ", wrong) + ". See System > Bundles.");
  }

  private static java.util.Optional<String> fault(ComponentConfigurationDTO c) {
    return switch (c.state) {
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          java.util.Optional.of("waits for " + c.unsatisfiedReferences[0].name);
      case ComponentConfigurationDTO.FAILED_ACTIVATION -> java.util.Optional.of("failed to start");
      default -> java.util.Optional.empty();
    };
  }

  private static boolean isUp(Bundle bundle) {
    boolean lazy =
        bundle.getState() == Bundle.STARTING
            && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    return bundle.getState() == Bundle.ACTIVE || lazy;
  }

  private static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
  }
}
