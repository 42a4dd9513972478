package org.marquetry.platform.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.GateStatus.Reason;
import org.marquetry.platform.api.gate.ProviderStatus;
import org.osgi.framework.Constants;

/// All gates of one API type: one for each provider name and, unless it is a whiteboard, one for
/// the selected provider. Decides under its lock; what it registers waits in the [Publisher], which
/// the caller sets to work outside.
final class TypeGates {
  private static final Comparator<Slot> NEWEST_LAST =
      Comparator.comparingLong(s -> s.source().age());

  private final String service;
  private final boolean whiteboard;
  private final Wishes wishes;
  private final GateFactory factory;
  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, Published> named = new LinkedHashMap<>();
  private @Nullable Published selected;

  TypeGates(String service, boolean whiteboard, Wishes wishes, GateFactory factory) {
    this.service = service;
    this.whiteboard = whiteboard;
    this.wishes = wishes;
    this.factory = factory;
  }

  String service() {
    return service;
  }

  synchronized void add(Slot slot) {
    slots.add(slot);
    refresh(System.nanoTime());
  }

  /// Take a slot out. Its gates go to the next one at once; without one, calls wait for a successor
  /// until the given time.
  synchronized void remove(Slot slot, long waitUntilNanos) {
    slots.remove(slot);
    refresh(waitUntilNanos);
  }

  /// Look again at rankings, properties, settings and health.
  synchronized void reconsider() {
    refresh(System.nanoTime());
  }

  /// Shorten the wait for a successor of a slot that has been drained.
  synchronized void waitUntil(Slot gone, long nanos) {
    Stream.concat(Stream.ofNullable(named.get(gone.source().name())), Stream.ofNullable(selected))
        .map(Published::gate)
        .filter(gate -> gate.current() == null)
        .forEach(gate -> gate.close(nanos));
  }

  /// Unregister the gates that have waited in vain. A successor may have come, and gone, meanwhile:
  /// only a gate that was closed for all of its grace goes.
  synchronized void withdrawOver() {
    named.values().removeIf(TypeGates::withdrawIfOver);
    if (selected != null && withdrawIfOver(selected)) {
      selected = null;
    }
  }

  synchronized boolean isEmpty() {
    return slots.isEmpty() && named.isEmpty() && selected == null;
  }

  /// Answer no call any more: the gate's own bundle stops.
  synchronized void closeAll() {
    Stream.concat(named.values().stream(), Stream.ofNullable(selected))
        .forEach(published -> published.gate().close(System.nanoTime()));
  }

  private static boolean withdrawIfOver(Published published) {
    boolean over = published.gate().isOver();
    if (over) {
      published.withdraw();
    }
    return over;
  }

  /// The selected gate is published first: a static reference binds to the first match and stays
  /// with it.
  private void refresh(long waitUntilNanos) {
    if (!whiteboard) {
      refreshSelected(waitUntilNanos);
    }
    refreshNamed(waitUntilNanos);
  }

  /// Each name is read once: some types have hundreds of providers, and each that comes is looked
  /// at beside all others.
  private void refreshNamed(long waitUntilNanos) {
    Map<String, Slot> newest = new LinkedHashMap<>();
    slots.forEach(
        slot -> newest.merge(slot.source().name(), slot, BinaryOperator.maxBy(NEWEST_LAST)));
    newest.forEach((name, slot) ->
        named.computeIfAbsent(name, factory::gate).show(slot, namedProperties(slot)));
    named.forEach((name, published) -> {
      if (!newest.containsKey(name)) {
        closeIfOpen(published, waitUntilNanos);
      }
    });
  }

  private void refreshSelected(long waitUntilNanos) {
    Optional<Slot> slot = selection().map(Selection::provider).flatMap(this::newest);
    if (slot.isPresent()) {
      Published shown = selected == null ? factory.gate("selected") : selected;
      selected = shown;
      shown.show(slot.get(), selectedProperties(slot.get()));
    } else if (selected != null) {
      closeIfOpen(selected, waitUntilNanos);
    }
  }

  private static void closeIfOpen(Published published, long waitUntilNanos) {
    if (published.gate().current() != null) {
      published.gate().close(waitUntilNanos);
    }
  }

  private Optional<Selection> selection() {
    Collection<Selection.Candidate> candidates =
        slots.stream()
            .collect(
                Collectors.toMap(
                    slot -> slot.source().name(),
                    this::candidate,
                    (a, b) -> a.ranking() >= b.ranking() ? a : b))
            .values();
    return whiteboard ? Optional.empty() : Selection.among(candidates);
  }

  private Selection.Candidate candidate(Slot slot) {
    String name = slot.source().name();
    return new Selection.Candidate(
        name,
        slot.source().ranking(),
        wishes.isCritical(service, name),
        wishes.isPreferred(service, name));
  }

  private Optional<Slot> newest(String name) {
    return slots.stream().filter(s -> s.source().name().equals(name)).max(NEWEST_LAST);
  }

  private static Map<String, Object> namedProperties(Slot slot) {
    Map<String, Object> properties = slot.source().properties();
    properties.put(Marks.GATE, true);
    return properties;
  }

  /// Does not carry `marquetry.provider`: a target for one name must never match this gate.
  private static Map<String, Object> selectedProperties(Slot slot) {
    return Map.of(
        Marks.GATE,
        true,
        Marks.SELECTED,
        true,
        Marks.SELECTED_PROVIDER,
        slot.source().name(),
        Constants.SERVICE_RANKING,
        Integer.MAX_VALUE);
  }

  synchronized GateStatus status() {
    Optional<Selection> chosen = selection();
    List<ProviderStatus> providers =
        slots.stream()
            .sorted(
                Comparator.comparing((Slot s) -> s.source().name())
                    .thenComparing(NEWEST_LAST.reversed()))
            .map(this::status)
            .toList();
    return new GateStatus(
        service,
        whiteboard,
        chosen.map(Selection::provider),
        chosen.map(Selection::reason).orElse(Reason.NONE),
        providers);
  }

  private ProviderStatus status(Slot slot) {
    String name = slot.source().name();
    return new ProviderStatus(
        name,
        slot.source().bundle(),
        slot.source().ranking(),
        wishes.isCritical(service, name),
        newest(name).filter(slot::equals).isPresent(),
        slot.running(),
        slot.calls(),
        slot.failures());
  }
}
