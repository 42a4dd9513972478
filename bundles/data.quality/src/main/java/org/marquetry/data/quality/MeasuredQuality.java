package org.marquetry.data.quality;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.access.api.Audit;
import org.marquetry.data.api.Quality;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The rules with what they said last.
@Provider("measured")
@Component
public final class MeasuredQuality implements Quality {
  private static final int MOST_ROWS = 200;
  private static final int LONGEST_REASON = 500;

  private final Book book;
  private final Audit audit;
  private final Jobs jobs;
  private final InstantSource clock;
  private final ShopZone zone;
  private final Measure measure;

  @Activate
  public MeasuredQuality(
      @Reference Book book,
      @Reference Audit audit,
      @Reference Jobs jobs,
      @Reference InstantSource clock,
      @Reference ShopZone zone,
      @Reference Warehouse warehouse) {
    this.book = book;
    this.audit = audit;
    this.jobs = jobs;
    this.clock = clock;
    this.zone = zone;
    this.measure = new Measure(warehouse, zone);
  }

  @Override
  public List<Rule> rules() {
    Map<String, Point> newest = book.newest();
    List<Silence> silences = book.silences();
    Optional<Instant> at = book.measuredAt();
    return Checks.ALL.stream()
        .map(c -> rule(c, Optional.ofNullable(newest.get(c.id())), current(silences, c.id()), at))
        .toList();
  }

  @Override
  public Optional<Rule> rule(String id) {
    return rules().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  private Optional<Silence> current(List<Silence> silences, String id) {
    LocalDate today = zone.today();
    return silences.stream()
        .filter(s -> s.rule().equals(id))
        .findFirst()
        .filter(s -> s.endedAt().isEmpty() && !s.until().isBefore(today));
  }

  private static Rule rule(
      Check c, Optional<Point> last, Optional<Silence> silence, Optional<Instant> at) {
    return new Rule(
        c.id(),
        c.group(),
        c.unit(),
        state(c, last, silence.isPresent()),
        last.map(Point::value),
        last.map(Point::count).orElse(0L),
        last.map(Point::of).orElse(0L),
        c.attention(),
        c.bad(),
        at,
        silence);
  }

  private static State state(Check c, Optional<Point> last, boolean silent) {
    if (last.isEmpty()) {
      return State.UNKNOWN;
    }
    double value = last.get().value();
    if (value < c.attention()) {
      return State.GOOD;
    }
    if (silent) {
      return State.SILENT;
    }
    return value < c.bad() ? State.ATTENTION : State.BAD;
  }

  @Override
  public List<Point> trend(String id) {
    return book.trend(check(id).id());
  }

  private static Check check(String id) {
    return Checks.of(id).orElseThrow(() -> new IllegalArgumentException("there is no rule " + id));
  }

  @Override
  public Rows rows(String id, int offset, int limit) {
    Check check = check(id);
    if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
      throw new IllegalArgumentException(
          "offset must be >= 0 and limit in 1.." + MOST_ROWS + ", got " + offset + ", " + limit);
    }
    return Actor.SYSTEM.call(() ->
        measure
            .day(clock.instant())
            .map(day -> measure.rows(check, day, offset, limit))
            .orElseGet(() -> new Rows(check.columns(), List.of(), 0)));
  }

  @Override
  public void silence(String id, String reason, LocalDate until) {
    check(id);
    String words = reason.strip();
    if (words.isEmpty() || words.length() > LONGEST_REASON) {
      throw new Rejected(new Words("原因需要 1 到 500 个字符", "the reason must have 1 to 500 characters"));
    }
    if (!until.isAfter(zone.today())) {
      throw new Rejected(
          new Words("截止日应在今天之后，而不是 " + until, "until must be a day in the future, got " + until));
    }
    Instant now = clock.instant();
    book.add(new Silence(id, words, until, Actor.current().name(), now, Optional.empty()));
    audit.note(
        new Audit.Act("quality.silence", "qualityRule/" + id, Map.of("until", until.toString())));
  }

  @Override
  public void speak(String id) {
    check(id);
    if (current(book.silences(), id).isEmpty()) {
      throw new IllegalArgumentException("the rule " + id + " is not silent");
    }
    book.end(id, clock.instant());
    audit.note(new Audit.Act("quality.speak", "qualityRule/" + id, Map.of()));
  }

  @Override
  public List<Silence> silences(String id) {
    return book.silences().stream().filter(s -> s.rule().equals(id)).toList();
  }

  @Override
  public String measure() {
    return Actor.SYSTEM.call(() -> jobs.start(JobRequest.of(MeasureJob.KIND, "all")));
  }
}
