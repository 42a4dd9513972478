package org.marquetry.platform.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/// Says which components are not there, and what each of them lacks.
@Component(service = Supplier.class, property = "marquetry.diagnosis:Boolean=true")
public final class ComponentDiagnosis implements Supplier<String> {
  private final ServiceComponentRuntime components;

  /// Ask this runtime.
  @Activate
  public ComponentDiagnosis(@Reference ServiceComponentRuntime components) {
    this.components = components;
  }

  /// One line for every component that is not satisfied or failed; empty when all are well.
  @Override
  public String get() {
    List<String> lines = new ArrayList<>();
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
      for (ComponentConfigurationDTO configuration :
          components.getComponentConfigurationDTOs(component)) {
        describe(component, configuration, lines);
      }
    }
    return String.join("\n", lines);
  }

  private static void describe(
      ComponentDescriptionDTO component,
      ComponentConfigurationDTO configuration,
      List<String> lines) {
    switch (configuration.state) {
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
          lines.add(
              component.implementationClass
                  + " waits for its configuration "
                  + List.of(component.configurationPid));
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
          lines.add(component.implementationClass + " waits for " + wanted(component, reference));
        }
      }
      case ComponentConfigurationDTO.FAILED_ACTIVATION ->
          lines.add(
              component.implementationClass
                  + " failed: "
                  + String.valueOf(configuration.failure).lines().findFirst().orElse(""));
      default -> {}
    }
  }

  private static String wanted(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
    for (var reference : component.references) {
      if (reference.name.equals(unsatisfied.name)) {
        return reference.interfaceName + (reference.target == null ? "" : " " + reference.target);
      }
    }
    return unsatisfied.name;
  }
}
