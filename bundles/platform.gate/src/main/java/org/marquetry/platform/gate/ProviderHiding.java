package org.marquetry.platform.gate;

import java.util.Collection;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/// Hides the providers' services from everybody but the framework and the gate, their owners
/// included: a component that used its own bundle's provider directly would skip permissions.
final class ProviderHiding implements FindHook, EventListenerHook {
  private final Marks marks;

  ProviderHiding(Marks marks) {
    this.marks = marks;
  }

  @Override
  public void find(
      BundleContext seeker,
      String name,
      String filter,
      boolean all,
      Collection<ServiceReference<?>> found) {
    if (!maySee(seeker.getBundle())) {
      found.removeIf(marks::isProvider);
    }
  }

  @Override
  public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
    if (marks.isProvider(event.getServiceReference())) {
      listeners.keySet().removeIf(listener -> !maySee(listener.getBundle()));
    }
  }

  private boolean maySee(Bundle bundle) {
    return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID || bundle.equals(marks.gateBundle());
  }
}
