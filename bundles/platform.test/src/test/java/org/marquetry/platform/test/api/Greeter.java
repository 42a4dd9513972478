package org.marquetry.platform.test.api;

import org.marquetry.platform.api.gate.Power;

/// A service with a selection.
@Power(Power.PROFILES_READ)
public interface Greeter {
  String greet(String name);
}
