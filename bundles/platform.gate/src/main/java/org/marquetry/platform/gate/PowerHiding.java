package org.marquetry.platform.gate;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/// Hides from the bundles of added features the gates that their powers do not reach, and from
/// everybody else what such bundles offer without the power for it.
final class PowerHiding implements FindHook, EventListenerHook {
  private final Limits limits;

  PowerHiding(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void find(
      BundleContext seeker,
      String name,
      String filter,
      boolean all,
      Collection<ServiceReference<?>> found) {
    if (!limits.isNobodyLimited()) {
      found.removeIf(reference -> !maySee(seeker.getBundle(), reference));
    }
  }

  @Override
  public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
    if (!limits.isNobodyLimited()) {
      ServiceReference<?> reference = event.getServiceReference();
      listeners.keySet().removeIf(listener -> !maySee(listener.getBundle(), reference));
    }
  }

  private boolean maySee(Bundle seeker, ServiceReference<?> reference) {
    if (seeker.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
      return true;
    }
    Object power = reference.getProperty(Marks.POWER);
    if (power instanceof String needed && !limits.allow(seeker, type(reference), needed)) {
      return false;
    }
    Bundle owner = reference.getBundle();
    return seeker.equals(owner) || !limits.isLimited(owner) || mayOffer(owner, reference);
  }

  private static String type(ServiceReference<?> reference) {
    return ((String[]) reference.getProperty(Constants.OBJECTCLASS))[0];
  }

  private boolean mayOffer(Bundle owner, ServiceReference<?> reference) {
    for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
      if (!limits.allow(owner, type, power(owner, type))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String power(Bundle owner, String type) {
    try {
      return Limits.of(owner.loadClass(type));
    } catch (ClassNotFoundException | IllegalStateException notItsOwn) {
      return null; // then no other bundle can use it as that type either
    }
  }
}
