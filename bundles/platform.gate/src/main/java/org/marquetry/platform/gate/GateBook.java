package org.marquetry.platform.gate;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gates of all API types that have a provider, and what settings and health wish of them.
final class GateBook implements GateControl {
  private static final Logger log = LoggerFactory.getLogger(GateBook.class);

  private final BundleContext context;
  private final boolean reflective;
  private final Alarms alarms;
  private final Limits limits;
  private final Publisher publisher = new Publisher();
  private final Wishes wishes = new Wishes();
  private final Map<Class<?>, TypeGates> types = new ConcurrentHashMap<>();

  GateBook(BundleContext context, boolean reflective, Alarms alarms, Limits limits) {
    this.context = context;
    this.reflective = reflective;
    this.alarms = alarms;
    this.limits = limits;
  }

  /// Put a service behind the gates of one of the types that it is registered under.
  ///
  /// @return the gates; empty, with a word in the log, if no proxy of the type can be made or its
  ///   bundle lacks the power to offer it
  Optional<TypeGates> add(ServiceReference<?> reference, String type, Slot slot) {
    try {
      Class<?> api = reference.getBundle().loadClass(type);
      if (!limits.allow(reference.getBundle(), type, Limits.of(api))) {
        return Optional.empty(); // told once
      }
      if (api.isInterface() && Modifier.isPublic(api.getModifiers())) {
        return Optional.of(add(api, slot));
      }
      log.error("{}: {} is no public interface; register it under its API", reference, type);
    } catch (ClassNotFoundException | IllegalArgumentException e) {
      log.error("{}: no gate for {}", reference, type, e);
    }
    return Optional.empty();
  }

  private TypeGates add(Class<?> api, Slot slot) {
    TypeGates fresh = types.containsKey(api) ? null : newGates(api);
    TypeGates gates;
    synchronized (types) {
      gates = types.computeIfAbsent(api, key -> fresh == null ? newGates(key) : fresh);
      gates.add(slot);
    }
    publisher.work();
    return gates;
  }

  private TypeGates newGates(Class<?> api) {
    return new TypeGates(
        api.getName(),
        api.isAnnotationPresent(Whiteboard.class),
        wishes,
        new GateFactory(api, reflective, context, publisher, alarms));
  }

  /// Change the gates of one type and publish what follows from it.
  void change(TypeGates gates, Consumer<TypeGates> change) {
    change.accept(gates);
    publisher.work();
  }

  /// Unregister gates that waited in vain, and forget a type that has none left.
  void withdrawOver(TypeGates gates) {
    gates.withdrawOver();
    synchronized (types) {
      types.values().removeIf(TypeGates::isEmpty);
    }
    publisher.work();
  }

  void close() {
    types.values().forEach(TypeGates::closeAll);
  }

  @Override
  public List<GateStatus> status() {
    return types.values().stream()
        .map(TypeGates::status)
        .sorted(Comparator.comparing(GateStatus::service))
        .toList();
  }

  @Override
  public Optional<GateStatus> status(String service) {
    return of(service).map(TypeGates::status).findFirst();
  }

  @Override
  public void prefer(String service, String provider) {
    wishes.prefer(service, provider);
    reconsider(service);
  }

  @Override
  public void preferNone(String service) {
    wishes.prefer(service, null);
    reconsider(service);
  }

  @Override
  public void setCritical(String service, String provider, boolean critical) {
    wishes.setCritical(service, provider, critical);
    reconsider(service);
  }

  @Override
  public void limit(String location, Set<String> powers) {
    limits.limit(location, powers);
  }

  @Override
  public void lift(String location) {
    limits.lift(location);
  }

  @Override
  public Optional<Set<String>> powers(String location) {
    return limits.powers(location);
  }

  @Override
  public List<String> refused(String location) {
    return limits.refused(location);
  }

  private void reconsider(String service) {
    of(service).forEach(gates -> change(gates, TypeGates::reconsider));
  }

  private Stream<TypeGates> of(String service) {
    return types.values().stream().filter(gates -> gates.service().equals(service));
  }
}
