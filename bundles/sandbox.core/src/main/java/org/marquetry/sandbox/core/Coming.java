package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.shop.api.Event;

/// What was begun and has not happened yet, by day: most of it is put in and taken out by whole
/// days, so a day is sorted once.
final class Coming {
  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::occurredAt).thenComparing(Event::id);

  private final Season season;
  private final TreeMap<Integer, List<Event>> days = new TreeMap<>();

  Coming(Season season) {
    this.season = season;
  }

  void add(Event event) {
    days.computeIfAbsent(season.day(event.occurredAt()), _ -> new ArrayList<>()).add(event);
  }

  /// Take what happens before a moment, the earliest first.
  List<Event> take(Instant before) {
    int last = season.day(before);
    List<Event> taken = new ArrayList<>();
    while (!days.isEmpty() && days.firstKey() < last) {
      Map.Entry<Integer, List<Event>> day = days.pollFirstEntry();
      day.getValue().sort(ORDER);
      taken.addAll(day.getValue());
    }
    List<Event> begun = days.get(last);
    if (begun != null) {
      begun.sort(ORDER);
      int until = 0;
      while (until < begun.size() && begun.get(until).occurredAt().isBefore(before)) {
        until++;
      }
      List<Event> first = begun.subList(0, until);
      taken.addAll(first);
      first.clear();
    }
    return taken;
  }
}
