package org.marquetry.feature.core;

import java.util.HashMap;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.ProviderStatus;

/// Calls that the gate saw, and how many of them failed.
record Calls(long all, long failed) {
  static final Calls NONE = new Calls(0, 0);
  private static final long FEW = 10;

  static Calls of(ProviderStatus provider) {
    return new Calls(provider.calls(), provider.failures());
  }

  /// The calls of each bundle that runs since it came, by symbolic name and version.
  static Map<String, Calls> byBundle(GateControl gate) {
    Map<String, Calls> calls = new HashMap<>();
    for (GateStatus status : Actor.SYSTEM.call(gate::status)) {
      for (ProviderStatus provider : status.providers()) {
        calls.merge(provider.bundle(), of(provider), Calls::and);
      }
    }
    return calls;
  }

  private Calls and(Calls others) {
    return new Calls(all + others.all, failed + others.failed);
  }

  Calls since(Calls before) {
    return new Calls(all - before.all, failed - before.failed);
  }

  /// Half of them failed, and they are more than a few.
  boolean areFailing() {
    return all >= FEW && failed * 2 >= all;
  }
}
