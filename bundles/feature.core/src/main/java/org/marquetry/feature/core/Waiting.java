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

/// Finds the services that a bundle does not offer because they need a configuration that the
/// operator has not given: a mail server that nobody has named is a normal state.
final class Waiting {
  private final BundleContext context;

  Waiting(BundleContext context) {
    this.context = context;
  }

  /// The services of components without the configuration that they require.
  Set<String> of(Bundle bundle) {
    ServiceReference<ServiceComponentRuntime> reference =
        context.getServiceReference(ServiceComponentRuntime.class);
    ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
    if (runtime == null) {
      return Set.of();
    }
    try {
      Set<String> waiting = new HashSet<>();
      for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
        if (component.configurationPolicy.equals("require")
            && runtime.getComponentConfigurationDTOs(component).stream()
                .allMatch(c -> c.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION)) {
          waiting.addAll(List.of(component.serviceInterfaces));
        }
      }
      return waiting;
    } finally {
      context.ungetService(reference);
    }
  }
}
