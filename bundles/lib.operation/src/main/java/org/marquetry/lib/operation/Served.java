package org.marquetry.lib.operation;

import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Operation;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/// Operations at the door, until this is closed.
public final class Served implements AutoCloseable {
  private final List<ServiceRegistration<Operation>> registered;

  private Served(List<ServiceRegistration<Operation>> registered) {
    this.registered = registered;
  }

  /// Offer operations, each as a provider of its own, called `SUBJECT.NAME`.
  ///
  /// @param subject for example `access`
  public static Served by(BundleContext context, String subject, List<Op> operations) {
    return new Served(
        operations.stream()
            .map(op ->
                context.registerService(
                    Operation.class,
                    op,
                    FrameworkUtil.asDictionary(
                        Map.of(Provider.PREFIX_ + "provider", subject + "." + op.name()))))
            .toList());
  }

  @Override
  public void close() {
    for (ServiceRegistration<Operation> one : registered) {
      try {
        one.unregister();
      } catch (IllegalStateException gone) {
        // the framework stops, and took it away before
      }
    }
  }
}
