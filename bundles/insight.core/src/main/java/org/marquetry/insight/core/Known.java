package org.marquetry.insight.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marquetry.platform.api.time.ShopZone;

/// Of which days something is known. An import tells of all days from its first event to its last
/// one; the journal of those on which something happened, of those that passed while the suite ran
/// and the journal had begun, and of a quiet week at most inside a past that it was told at once.
///
/// @param first when the first event by a customer happened; empty when none did
/// @param days stretches of known days, the last one by the first, that do not meet
record Known(
    Optional<Instant> first, Optional<Instant> last, NavigableMap<LocalDate, LocalDate> days) {
  private static final int QUIET_DAYS = 7; // in what is told at once

  Known {
    days = Collections.unmodifiableNavigableMap(days);
  }

  private record Days(LocalDate from, LocalDate to) {}

  /// @param ways as [Way#read] orders them
  /// @param awake when the suite ran
  static Known of(List<Way> ways, ShopZone zone, List<Stretch> awake) {
    List<Days> all = new ArrayList<>();
    Way before = null;
    for (Way way : ways) {
      if (way.first().isEmpty() || way.last().isEmpty()) {
        continue;
      }
      LocalDate from = zone.day(way.first().get());
      if (before != null && way.isJournal() && way.came().equals(before.came())) {
        LocalDate former = zone.day(before.last().orElseThrow());
        from = ChronoUnit.DAYS.between(former, from) <= QUIET_DAYS ? former : from;
      }
      all.add(new Days(from, zone.day(way.last().get())));
      before = way;
    }
    edges(ways.stream().filter(Way::isJournal), zone)
        .ifPresent(journal -> awake.forEach(run -> whole(run, journal, zone).ifPresent(all::add)));
    return new Known(
        edge(ways, Way::first).min(Comparator.naturalOrder()),
        edge(ways, Way::last).max(Comparator.naturalOrder()),
        merged(all));
  }

  private static Stream<Instant> edge(List<Way> ways, Function<Way, Optional<Instant>> which) {
    return ways.stream().filter(way -> way.events() > 0).flatMap(way -> which.apply(way).stream());
  }

  private static Optional<Days> edges(Stream<Way> journal, ShopZone zone) {
    return journal
        .filter(way -> way.first().isPresent() && way.last().isPresent())
        .map(way -> new Days(zone.day(way.first().get()), zone.day(way.last().get())))
        .reduce((a, b) -> new Days(min(a.from(), b.from()), max(a.to(), b.to())));
  }

  /// The days that passed from begin to end while the suite ran, as far as the journal reaches.
  private static Optional<Days> whole(Stretch run, Days journal, ShopZone zone) {
    LocalDate first = zone.day(run.from());
    LocalDate from = zone.start(first).equals(run.from()) ? first : first.plusDays(1);
    Days days =
        new Days(max(from, journal.from()), min(zone.day(run.until()).minusDays(1), journal.to()));
    return Optional.of(days).filter(d -> !d.from().isAfter(d.to()));
  }

  private static NavigableMap<LocalDate, LocalDate> merged(List<Days> all) {
    TreeMap<LocalDate, LocalDate> merged = new TreeMap<>();
    for (Days days : all.stream().sorted(Comparator.comparing(Days::from)).toList()) {
      Map.Entry<LocalDate, LocalDate> last = merged.lastEntry();
      boolean meets = last != null && !days.from().isAfter(last.getValue().plusDays(1));
      merged.put(
          meets ? last.getKey() : days.from(), meets ? max(last.getValue(), days.to()) : days.to());
    }
    return merged;
  }

  private static LocalDate min(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /// Tell whether something is known of a day, if only that nothing happened.
  boolean covers(LocalDate day, ShopZone zone) {
    Map.Entry<LocalDate, LocalDate> stretch = days.floorEntry(day);
    return stretch != null
        && !stretch.getValue().isBefore(day)
        && first.filter(f -> !day.isBefore(zone.day(f))).isPresent()
        && last.filter(l -> !day.isAfter(zone.day(l))).isPresent();
  }

  /// Tell whether all of a day is there: it is known, and events came before it and after it.
  boolean completes(LocalDate day, ShopZone zone) {
    return covers(day, zone)
        && first.filter(f -> day.isAfter(zone.day(f))).isPresent()
        && last.filter(l -> day.isBefore(zone.day(l))).isPresent();
  }
}
