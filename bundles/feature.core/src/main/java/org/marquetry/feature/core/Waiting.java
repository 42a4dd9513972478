package org.marquetry.feature.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/// Finds the services that a bundle does not offer because the operator has not configured what
/// they need: a mail server that nobody has named is a normal state.
final class Waiting {
  private final BundleContext context;

  Waiting(BundleContext context) {
    this.context = context;
  }

  /// The services of components that need a configuration, and of those that need one of these.
  Set<String> of(Bundle bundle) {
    ServiceReference<ServiceComponentRuntime> reference =
        context.getServiceReference(ServiceComponentRuntime.class);
    ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
    if (runtime == null) {
      return Set.of();
    }
    try {
      Set<String> waiting = new HashSet<>();
      int before;
      do {
        before = waiting.size();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
          if (runtime.getComponentConfigurationDTOs(component).stream()
              .anyMatch(c -> waits(component, c, waiting))) {
            waiting.addAll(List.of(component.serviceInterfaces));
          }
        }
      } while (waiting.size() > before);
      return waiting;
    } finally {
      context.ungetService(reference);
    }
  }

  private static boolean waits(
      ComponentDescriptionDTO component, ComponentConfigurationDTO now, Set<String> waiting) {
    return switch (now.state) {
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> true;
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          List.of(now.unsatisfiedReferences).stream()
              .allMatch(u ->
                  List.of(component.references).stream()
                      .anyMatch(r -> r.name.equals(u.name) && waiting.contains(r.interfaceName)));
      default -> false;
    };
  }
}
