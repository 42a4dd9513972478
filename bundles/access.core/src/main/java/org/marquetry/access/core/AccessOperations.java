package org.marquetry.access.core;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.access.api.Users;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Served;
import org.osgi.framework.BundleContext;
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
  private final Served served;

  @Activate
  public AccessOperations(
      BundleContext context,
      @Reference Users users,
      @Reference Audit audit,
      @Reference ShopSettings settings) {
    served = Served.by(context, "access", all(users, audit, settings));
  }

  static List<Op> all(Users users, Audit audit, ShopSettings settings) {
    List<Op> all = new ArrayList<>(new UserOperations(users).all());
    all.addAll(new KeyOperations(users).all());
    all.addAll(new AuditOperations(audit, settings).all());
    return all;
  }

  @Deactivate
  void close() {
    served.close();
  }
}
