package org.marquetry.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the marked services and keeps the gates of their types up to date.
final class Providers implements AllServiceListener {
  private static final Logger log = LoggerFactory.getLogger(Providers.class);

  private record Place(TypeGates gates, Slot slot) {}

  private final BundleContext context;
  private final GateSettings settings;
  private final Predicate<ServiceReference<?>> isProvider;
  private final GateBook book;
  private final Alarms alarms;
  private final Map<ServiceReference<?>, List<Place>> places = new ConcurrentHashMap<>();

  Providers(
      BundleContext context,
      GateSettings settings,
      Predicate<ServiceReference<?>> isProvider,
      GateBook book,
      Alarms alarms) {
    this.context = context;
    this.settings = settings;
    this.isProvider = isProvider;
    this.book = book;
    this.alarms = alarms;
  }

  @Override
  public void serviceChanged(ServiceEvent event) {
    ServiceReference<?> reference = event.getServiceReference();
    switch (event.getType()) {
      case ServiceEvent.REGISTERED -> add(reference);
      case ServiceEvent.MODIFIED -> change(reference);
      default -> remove(reference); // unregistering, or no longer marked
    }
  }

  /// Take the provider's service, which activates a delayed component, and put it behind its gates.
  void add(ServiceReference<?> reference) {
    if (!isProvider.test(reference)) {
      return;
    }
    Object service = context.getService(reference);
    if (service == null) {
      log.warn("{} hands out nothing, so no call reaches it; its own log says why", reference);
      return;
    }
    List<Place> found = new CopyOnWriteArrayList<>();
    if (places.putIfAbsent(reference, found) != null) {
      return;
    }
    for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
      Slot slot = new Slot(new Source(reference), service);
      book.add(reference, type, slot).ifPresent(gates -> found.add(new Place(gates, slot)));
    }
  }

  private void change(ServiceReference<?> reference) {
    List<Place> known = places.get(reference);
    if (known == null) {
      add(reference);
    } else {
      known.forEach(place -> book.change(place.gates(), TypeGates::reconsider));
    }
  }

  /// Runs inside the provider's unregistration, that is before its component is deactivated:
  /// returns when no call is inside any more, or the time for that is over.
  private void remove(ServiceReference<?> reference) {
    List<Place> gone = places.remove(reference);
    if (gone == null) {
      return;
    }
    long drained = System.nanoTime() + settings.drainNanos();
    long latest = drained + settings.graceNanos();
    gone.forEach(p -> book.change(p.gates(), gates -> gates.remove(p.slot(), latest)));
    gone.forEach(p -> drain(p, drained));
    startGrace(gone);
    context.ungetService(reference);
  }

  private static void drain(Place place, long untilNanos) {
    long inside = place.slot().drain(untilNanos);
    if (inside > 0) {
      log.warn(
          "{} calls of {} were still running in {} when it was stopped",
          inside,
          place.gates().service(),
          place.slot().source().bundle());
    }
  }

  private void startGrace(List<Place> gone) {
    long end = System.nanoTime() + settings.graceNanos();
    gone.forEach(p -> p.gates().waitUntil(p.slot(), end));
    alarms.afterOnOwnThread(
        settings.graceNanos(), () -> gone.forEach(p -> book.withdrawOver(p.gates())));
  }
}
