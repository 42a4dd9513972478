package org.marquetry.access.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.access.api.Users;
import org.marquetry.lib.operation.Op;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Operation;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Registers the operations of users, keys, audit and settings. They call the services through the
/// gate, as the actor who sent the request.
@Component(
    service = {},
    immediate = true)
public final class AccessOperations {
  private final List<ServiceRegistration<Operation>> registered;

  @Activate
  public AccessOperations(
      BundleContext context,
      @Reference Users users,
      @Reference Audit audit,
      @Reference ShopSettings settings) {
    registered = all(users, audit, settings).map(op -> register(context, op)).toList();
  }

  static Stream<Op> all(Users users, Audit audit, ShopSettings settings) {
    return Stream.of(
            new UserOperations(users).all(),
            new KeyOperations(users).all(),
            new AuditOperations(audit, settings).all())
        .flatMap(List::stream);
  }

  private static ServiceRegistration<Operation> register(BundleContext context, Op op) {
    Map<String, String> properties = Map.of(Provider.PREFIX_ + "provider", "access." + op.name());
    return context.registerService(Operation.class, op, FrameworkUtil.asDictionary(properties));
  }

  @Deactivate
  void close() {
    registered.forEach(ServiceRegistration::unregister);
  }
}
