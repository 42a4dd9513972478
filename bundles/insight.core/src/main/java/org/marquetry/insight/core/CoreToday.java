package org.marquetry.insight.core;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.insight.api.Agenda;
import org.marquetry.insight.api.Today;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.time.ShopZone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks all sources, at most every two seconds however many pages are open.
@Provider("core")
@Component
public final class CoreToday implements Today {
  private static final Logger log = LoggerFactory.getLogger(CoreToday.class);
  static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofDays(90);

  private static final Comparator<AgendaItem> BY_MONEY =
      Comparator.comparingLong((AgendaItem i) -> i.stake().map(m -> m.minor()).orElse(0L))
          .reversed()
          .thenComparing(AgendaItem::at)
          .thenComparing(AgendaItem::key);
  private static final Comparator<AgendaItem> NEWEST =
      Comparator.comparing(AgendaItem::at).reversed().thenComparing(AgendaItem::key);

  private final PutOff putOff;
  private final InstantSource clock;
  private final ShopZone zone;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<AgendaSource> sources = List.of();

  private @Nullable Told told; // guarded by this

  /// What the sources told.
  private record Told(
      Instant at,
      Instant since,
      List<AgendaSource> by,
      List<AgendaItem> items,
      List<String> silent) {}

  @Activate
  public CoreToday(
      @Reference InsightStore store, @Reference InstantSource clock, @Reference ShopZone zone) {
    this.putOff = new PutOff(store.database());
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Agenda agenda() {
    Actor actor = Actor.current();
    Told now = told();
    Set<String> off = putOff.of(actor.name(), clock.instant());
    List<AgendaItem> seen = now.items.stream().filter(i -> actor.may(i.permission())).toList();
    List<AgendaItem> there = seen.stream().filter(i -> !off.contains(i.key())).toList();
    return new Agenda(
        of(Kind.WAITS, there, BY_MONEY),
        of(Kind.WRONG, there, NEWEST),
        of(Kind.DONE, there, NEWEST),
        of(Kind.IDEA, there, BY_MONEY),
        now.since,
        seen.size() - there.size(),
        now.silent);
  }

  private static List<AgendaItem> of(
      Kind kind, List<AgendaItem> items, Comparator<AgendaItem> order) {
    return items.stream().filter(i -> i.kind() == kind).sorted(order).toList();
  }

  private synchronized Told told() {
    Instant now = clock.instant();
    List<AgendaSource> asked = sources;
    if (told == null
        || !told.by.equals(asked)
        || Duration.between(told.at, now).abs().compareTo(FRESH) >= 0) {
      told = Actor.SYSTEM.call(() -> ask(asked, now));
    }
    return told;
  }

  private Told ask(List<AgendaSource> asked, Instant now) {
    Instant since = zone.start(workingDayBefore(zone.day(now)));
    List<AgendaItem> items = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (AgendaSource source : asked) {
      try {
        items.addAll(source.items(since));
      } catch (ProviderMissing gone) {
        log.debug("A source of the agenda has just gone", gone);
      } catch (RuntimeException e) { // whatever a partner's source does, the others tell
        silent.add(name(source));
        log.warn("A source of the agenda could not tell", e);
      }
    }
    return new Told(now, since, asked, items, silent);
  }

  private static String name(AgendaSource source) {
    try {
      return source.name();
    } catch (RuntimeException e) { // as above
      return "?";
    }
  }

  /// On a Monday, and over a weekend, that is Friday.
  static LocalDate workingDayBefore(LocalDate day) {
    LocalDate before = day.minusDays(1);
    while (before.getDayOfWeek() == DayOfWeek.SATURDAY
        || before.getDayOfWeek() == DayOfWeek.SUNDAY) {
      before = before.minusDays(1);
    }
    return before;
  }

  @Override
  public void later(String key, Instant until) {
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "until must lie ahead, by " + LONGEST.toDays() + " days at most, got " + until);
    }
    putOff.add(Actor.current().name(), key, now, until);
  }

  @Override
  public int noLonger() {
    return putOff.clear(Actor.current().name());
  }
}
