package org.marquetry.platform.net;

import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.net.Outbound;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// Hands each bundle an [Outbound] of its own. Not behind the gate, which does not know who asks;
/// the mark of its power keeps it from bundles without it all the same.
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.marquetry.platform.net")
@Designate(ocd = NetConfig.class)
public final class NetDoor implements ServiceFactory<Outbound> {
  private final GateControl gate;
  private final Set<String> inside;
  private final ServiceRegistration<Outbound> registration;

  @Activate
  public NetDoor(BundleContext context, @Reference GateControl gate, NetConfig config) {
    this.gate = gate;
    this.inside = Hosts.lowerCase(config.inside());
    Dictionary<String, Object> marked =
        FrameworkUtil.asDictionary(Map.of("marquetry.power", Power.NETWORK));
    this.registration = context.registerService(Outbound.class, this, marked);
  }

  @Override
  public Outbound getService(Bundle asking, ServiceRegistration<Outbound> itself) {
    return new GuardedOutbound(() -> hosts(asking), inside);
  }

  private Hosts hosts(Bundle asking) {
    Optional<Set<String>> powers = Actor.SYSTEM.call(() -> gate.powers(asking.getLocation()));
    return Hosts.of(asking.getSymbolicName(), powers);
  }

  @Override
  public void ungetService(Bundle asking, ServiceRegistration<Outbound> itself, Outbound given) {
    // It keeps nothing open.
  }

  @Deactivate
  void close() {
    registration.unregister();
  }
}
