package org.marquetry.platform.gate;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the gates of one API type.
final class GateFactory {
  private static final Logger log = LoggerFactory.getLogger(GateFactory.class);

  private final Class<?> api;
  private final List<MethodRule> rules;
  private final ProxyFactory proxies;
  private final BundleContext context;
  private final Publisher publisher;
  private final Alarms alarms;

  GateFactory(
      Class<?> api, boolean reflective, BundleContext context, Publisher publisher, Alarms alarms) {
    ApiMethods methods = ApiMethods.of(api);
    this.api = api;
    this.rules = methods.methods().stream().map(m -> MethodRule.of(api, m)).toList();
    this.proxies = reflective ? ReflectiveProxy.factoryFor(api, methods) : proxies(api, methods);
    this.context = context;
    this.publisher = publisher;
    this.alarms = alarms;
  }

  private static ProxyFactory proxies(Class<?> api, ApiMethods methods) {
    try {
      return GeneratedProxy.factoryFor(api, methods);
    } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
      log.warn("{}: calls go through a slower, reflective gate", api.getName(), e);
      return ReflectiveProxy.factoryFor(api, methods);
    }
  }

  /// Make a gate that is not registered yet.
  ///
  /// @param which name of the provider, or `selected`; for messages
  Published gate(String which) {
    Gate gate = new Gate("gate of " + api.getSimpleName() + "[" + which + "]", rules, alarms);
    return new Published(api, gate, proxies.proxy(gate), context, publisher);
  }
}
