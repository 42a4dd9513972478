package org.marquetry.insight.core;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.marquetry.insight.api.Occasion;
import org.marquetry.shop.api.Words;

/// The sale days that marketers of both languages plan by.
final class Occasions {
  private static final int FOURTH = 4;

  private Occasions() {}

  static Optional<Words> on(LocalDate day) {
    return of(day.getYear()).stream()
        .filter(o -> o.day().equals(day))
        .map(Occasion::name)
        .findFirst();
  }

  /// Those from one day to another, in order.
  static List<Occasion> between(LocalDate from, LocalDate to) {
    return IntStream.rangeClosed(from.getYear(), to.getYear())
        .mapToObj(Occasions::of)
        .flatMap(List::stream)
        .filter(o -> !o.day().isBefore(from) && !o.day().isAfter(to))
        .toList();
  }

  private static List<Occasion> of(int year) {
    LocalDate thanksgiving =
        LocalDate.of(year, Month.NOVEMBER, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(FOURTH, DayOfWeek.THURSDAY));
    return List.of(
        new Occasion(LocalDate.of(year, Month.JUNE, 18), new Words("618 大促", "618 sale")),
        new Occasion(
            LocalDate.of(year, Month.NOVEMBER, 11), new Words("双十一", "Singles’ Day (11.11)")),
        new Occasion(thanksgiving.plusDays(1), new Words("黑色星期五", "Black Friday")),
        new Occasion(thanksgiving.plusDays(4), new Words("网络星期一", "Cyber Monday")),
        new Occasion(LocalDate.of(year, Month.DECEMBER, 12), new Words("双十二", "12.12 sale")));
  }
}
