package org.marquetry.sandbox.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.Event;

/// The synthetic shop after its past.
///
/// @param events all of the past, the earliest first
/// @param truth what is true about its customers after the past; for one thread at a time
/// @param today the day after the past, in `zone`
public record SandboxShop(List<Event> events, Truth truth, LocalDate today, ZoneId zone) {
  public SandboxShop {
    events = List.copyOf(events);
  }

  /// The events of one type.
  public List<Event> events(String type) {
    return events.stream().filter(event -> event.type().equals(type)).toList();
  }

  @Override
  public String toString() {
    return "SandboxShop[" + events.size() + " events until " + today + "]";
  }
}
