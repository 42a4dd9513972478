package org.marquetry.platform.gate;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/// The service properties that tell providers and gates apart.
///
/// @param gateBundle the only bundle whose services may call themselves gates
record Marks(Bundle gateBundle) {
  static final String PROVIDER = "marquetry.provider";
  static final String SELECTED = "marquetry.selected";
  static final String SELECTED_PROVIDER = "marquetry.selected.provider";
  static final String GATE = "marquetry.gate";
  static final String POWER = "marquetry.power";

  boolean isProvider(ServiceReference<?> reference) {
    return reference.getProperty(PROVIDER) instanceof String && !isGate(reference);
  }

  private boolean isGate(ServiceReference<?> reference) {
    return Boolean.TRUE.equals(reference.getProperty(GATE))
        && gateBundle.equals(reference.getBundle());
  }
}
