package org.marquetry.tck;

import java.util.Set;
import org.marquetry.platform.api.net.Outbound;
import org.marquetry.platform.net.GuardedOutbound;

/// The suite's own [Outbound], as a test hands it to what it tests: any host is declared, and a
/// receiver that listens on `127.0.0.1` may be asked, also by `http`.
public final class LocalOutbound {
  private LocalOutbound() {}

  /// Make one.
  public static Outbound make() {
    return GuardedOutbound.of(Set.of("127.0.0.1"));
  }
}
