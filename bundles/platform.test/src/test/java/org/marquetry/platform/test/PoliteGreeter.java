package org.marquetry.platform.test;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.test.api.Greeter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/// Takes up to 3 ms a call and, like anything that owns a resource, is useless after its
/// deactivation.
@Component
@Provider("a")
public final class PoliteGreeter implements Greeter {
  private volatile boolean closed;

  @Override
  public String greet(String name) {
    failIfClosed("called after close");
    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(3_000_000));
    failIfClosed("closed during the call");
    return "a: hello " + name;
  }

  @Deactivate
  void close() {
    closed = true;
  }

  private void failIfClosed(String message) {
    if (closed) {
      throw new IllegalStateException(message);
    }
  }
}
