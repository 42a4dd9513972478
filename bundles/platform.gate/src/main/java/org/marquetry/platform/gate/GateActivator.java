package org.marquetry.platform.gate;

import java.util.Dictionary;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.GateControl;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the gate up. An activator and not a component, because it starts below everything else.
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class GateActivator implements BundleActivator {
  private static final Logger log = LoggerFactory.getLogger(GateActivator.class);
  private static final String MARKED = "(" + Marks.PROVIDER + "=*)";

  private @Nullable Alarms alarms;
  private @Nullable GateBook book;
  private @Nullable Providers providers;

  @Override
  public void start(BundleContext context) throws InvalidSyntaxException {
    GateSettings settings = GateSettings.from(context::getProperty);
    Marks marks = new Marks(context.getBundle());
    Alarms timer = new Alarms();
    Limits limits = Limits.from(context.getProperty(Limits.PROPERTY));
    GateBook gates = new GateBook(context, settings.reflective(), timer, limits);
    Providers follower = new Providers(context, settings, marks::isProvider, gates, timer);
    alarms = timer;
    book = gates;
    providers = follower;
    context.registerService(
        new String[] {FindHook.class.getName(), EventListenerHook.class.getName()},
        new ProviderHiding(marks),
        null);
    context.registerService(
        new String[] {FindHook.class.getName(), EventListenerHook.class.getName()},
        new PowerHiding(limits),
        null);
    context.addServiceListener(follower, MARKED);
    Set<Bundle> early = addPresent(context, follower);
    context.registerService(GateControl.class, gates, guarded());
    early.forEach(GateActivator::restart);
  }

  /// The framework takes the registrations away; consumers go down until a gate is back.
  @Override
  public void stop(BundleContext context) {
    if (providers != null) {
      context.removeServiceListener(providers);
    }
    if (book != null) {
      book.close();
    }
    if (alarms != null) {
      alarms.close();
    }
  }

  /// The gate is its own provider: what it offers is checked like everything else.
  private static Dictionary<String, Object> guarded() {
    return FrameworkUtil.asDictionary(Map.of(Marks.PROVIDER, "gate"));
  }

  /// @return the bundles that took a provider before the gate came
  private static Set<Bundle> addPresent(BundleContext context, Providers providers)
      throws InvalidSyntaxException {
    Set<Bundle> users = new HashSet<>();
    ServiceReference<?>[] present = context.getAllServiceReferences(null, MARKED);
    for (ServiceReference<?> reference : present == null ? new ServiceReference<?>[0] : present) {
      Bundle[] using = reference.getUsingBundles();
      users.addAll(using == null ? Set.of() : Set.of(using));
      providers.add(reference);
    }
    users.removeIf(
        b -> b.getBundleId() == Constants.SYSTEM_BUNDLE_ID || b.equals(context.getBundle()));
    return users;
  }

  /// Bundles that hold a provider itself must let go of it.
  private static void restart(Bundle bundle) {
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
      bundle.start(Bundle.START_TRANSIENT);
    } catch (BundleException e) {
      log.error("{} could not be restarted to use the gate; restart it by hand", bundle, e);
    }
  }
}
