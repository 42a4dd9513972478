package org.marquetry.insight.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.insight.api.Board;
import org.marquetry.insight.api.Comparison;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Explanation;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureNow;
import org.marquetry.insight.api.FigureRow;
import org.marquetry.insight.api.Figures;
import org.marquetry.insight.api.Occasion;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// The figures from the warehouse. Whoever may see figures needs no right on the warehouse itself.
@Provider("core")
@Component
public final class CoreFigures implements Figures {
  private static final int DAY_SECONDS = 86_400;
  private static final int FIVE_MINUTES = 300;
  private static final int LOOK_BACK = 7 * SameWeekday.WEEKS + 1;

  private final Warehouse warehouse;
  private final Spans spans;
  private final InstantSource clock;
  private final ShopZone zone;
  private final Supplier<Optional<String>> settings;
  private final RangeCache past = new RangeCache();
  private @Nullable Kept kept; // guarded by this

  /// The last board, and what it was made of.
  ///
  /// @param until when it is made anew though no event came: the days before were of an older count
  private record Kept(Span span, Instant minute, Instant until, Board board) {
    boolean holds(Span now, Instant atMinute, Instant moment) {
      return span.equals(now) && minute.equals(atMinute) && moment.isBefore(until);
    }
  }

  @Activate
  public CoreFigures(
      @Reference Warehouse warehouse,
      @Reference InstantSource clock,
      @Reference ShopZone zone,
      @Reference Awake awake,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ShopSettings settings) {
    this(warehouse, clock, zone, awake::stretches, () -> currency(settings));
  }

  CoreFigures(
      Warehouse warehouse,
      InstantSource clock,
      ShopZone zone,
      Supplier<List<Stretch>> awake,
      Supplier<Optional<String>> settings) {
    this.warehouse = warehouse;
    spans = new Spans(warehouse, zone, awake);
    this.clock = clock;
    this.zone = zone;
    this.settings = settings;
  }

  private static Optional<String> currency(@Nullable ShopSettings settings) {
    return settings == null
        ? Optional.empty()
        : settings.settings().map(s -> s.currency().getCurrencyCode());
  }

  @Override
  public synchronized Board board() {
    return Actor.SYSTEM.call(() -> {
      Instant now = clock.instant();
      Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
      Span span = spans.read(minute.plus(1, ChronoUnit.MINUTES));
      if (kept == null || !kept.holds(span, minute, now)) {
        kept = board(span, minute);
      }
      return kept.board;
    });
  }

  private Kept board(Span span, Instant minute) {
    LocalDate today = zone.day(minute);
    LocalDate first = today.minusDays(LOOK_BACK);
    Optional<String> currency = currency();
    Counts.Range recent = counts(currency).between(today.minusDays(1), today, DAY_SECONDS);
    RangeCache.Counted before = past(span, currency, first, today.minusDays(2), DAY_SECONDS);
    int seconds = (int) ChronoUnit.SECONDS.between(zone.start(today), minute);
    int passed = Math.max(FIVE_MINUTES, seconds / FIVE_MINUTES * FIVE_MINUTES);
    RangeCache.Counted byNow = past(span, currency, first, today.minusDays(2), passed);
    Board board =
        new Board(
            span.acts().last(),
            currency,
            recent.others() + before.range().others(),
            Arrays.stream(Figure.values())
                .map(f -> now(f, today, span, recent, before.range(), byNow.range()))
                .toList());
    Instant until = Collections.min(List.of(before.until(span), byNow.until(span)));
    return new Kept(span, minute, until, board);
  }

  private RangeCache.Counted past(
      Span span, Optional<String> currency, LocalDate from, LocalDate to, int secondsOfDay) {
    return past.get(
        new RangeCache.Key(from, to, secondsOfDay, currency.orElse("")),
        span,
        clock.instant(),
        () -> counts(currency).between(from, to, secondsOfDay));
  }

  private FigureNow now(
      Figure figure,
      LocalDate today,
      Span span,
      Counts.Range recent,
      Counts.Range before,
      Counts.Range byNow) {
    DayValue yesterday = value(figure, today.minusDays(1), span, recent);
    Optional<Comparison> comparison =
        yesterday.complete() && yesterday.value().isPresent()
            ? weekdays(figure, yesterday.day(), span, before)
                .compare((double) yesterday.value().getAsLong())
            : Optional.empty();
    OptionalDouble usual = weekdays(figure, today, span, byNow).mean();
    return new FigureNow(figure, value(figure, today, span, recent), usual, yesterday, comparison);
  }

  private SameWeekday weekdays(Figure figure, LocalDate day, Span span, Counts.Range range) {
    double[] before =
        IntStream.rangeClosed(1, SameWeekday.WEEKS)
            .mapToObj(week -> value(figure, day.minusWeeks(week), span, range))
            .filter(v -> v.complete() && v.value().isPresent())
            .mapToDouble(v -> (double) v.value().getAsLong())
            .toArray();
    return new SameWeekday(figure != Figure.NET_REVENUE, before);
  }

  private DayValue value(Figure figure, LocalDate day, Span span, Counts.Range range) {
    Known known = span.of(figure);
    OptionalLong value = known.covers(day, zone) ? range.on(day).of(figure) : OptionalLong.empty();
    return new DayValue(day, value, known.completes(day, zone));
  }

  @Override
  public List<DayValue> days(Figure figure, LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException("there must be 1.." + MAX_DAYS + " days, got " + days);
    }
    return Actor.SYSTEM.call(() -> {
      Span span = spans.read(clock.instant());
      Counts.Range range = past(span, currency(), from, to, DAY_SECONDS).range();
      return from.datesUntil(to.plusDays(1)).map(day -> value(figure, day, span, range)).toList();
    });
  }

  @Override
  public long sum(Figure figure, LocalDate day) {
    return Actor.SYSTEM.call(() -> behind(figure, day).sum());
  }

  @Override
  public int rowCount(Figure figure, LocalDate day) {
    return Actor.SYSTEM.call(() -> behind(figure, day).count());
  }

  @Override
  public List<FigureRow> rows(Figure figure, LocalDate day, int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException(
          "offset must be >= 0 and limit 1.." + MAX_PAGE + ", got " + offset + " and " + limit);
    }
    return Actor.SYSTEM.call(() -> behind(figure, day).rows(offset, limit));
  }

  private Behind behind(Figure figure, LocalDate day) {
    return new Behind(
        warehouse, figure, zone.start(day), zone.start(day.plusDays(1)), currency().orElse(""));
  }

  @Override
  public Explanation explain(Figure figure, LocalDate day) {
    return Actor.SYSTEM.call(() -> {
      Span span = spans.read(clock.instant());
      Optional<String> currency = currency();
      LocalDate first = day.minusWeeks(SameWeekday.WEEKS);
      Counts.Range range = counts(currency).between(first, day, DAY_SECONDS);
      DayValue value = value(figure, day, span, range);
      Set<LocalDate> before =
          IntStream.rangeClosed(1, SameWeekday.WEEKS)
              .mapToObj(day::minusWeeks)
              .filter(d -> span.of(figure).completes(d, zone))
              .filter(d -> value(figure, d, span, range).value().isPresent())
              .collect(Collectors.toUnmodifiableSet());
      SameWeekday usual = weekdays(figure, day, span, range);
      return new Explanation(
          value,
          usual.mean(),
          value.complete() && value.value().isPresent()
              ? usual.compare((double) value.value().getAsLong())
              : Optional.empty(),
          Occasions.on(day),
          value.value().isPresent()
              ? new Parts(warehouse, zone.zone(), currency.orElse(""), day).of(figure, before)
              : List.of());
    });
  }

  @Override
  public List<Occasion> occasions(LocalDate from, LocalDate to) {
    return Occasions.between(from, to);
  }

  private Counts counts(Optional<String> currency) {
    return new Counts(warehouse, zone.zone(), currency.orElse(""));
  }

  private Optional<String> currency() {
    return settings.get().or(() -> Span.currency(warehouse));
  }
}
