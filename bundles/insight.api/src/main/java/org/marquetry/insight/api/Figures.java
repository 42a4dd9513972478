package org.marquetry.insight.api;

import java.time.LocalDate;
import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Tell the shop's daily figures and what they rest on. A day is a day in the shop's zone. Safe for
/// use by many threads.
///
/// A day's value is known between the first event by a customer and the latest one where a way
/// tells of it: an import of all days from its first event to its last one, the journal of days on
/// which something happened or during which the suite ran. A day between two imports is not known,
/// a quiet one inside an import is 0. The first day and the last one are not complete. Orders and
/// their money are known as far as the ways tell by which orders come. Events dated ahead of the
/// clock do not count.
@ProviderType
@Requires("insight.read")
public interface Figures {
  /// Most rows in one answer.
  int MAX_PAGE = 1_000;

  /// Most days in one answer.
  int MAX_DAYS = 800;

  /// The figures of today and yesterday. Equal answers mean that nothing changed; cheap enough for
  /// a page that asks every second.
  Board board();

  /// A figure of each day, first to last; up to 20 s old while events come.
  ///
  /// @param from first day
  /// @param to last day, not before `from`; at most [#MAX_DAYS] days
  List<DayValue> days(Figure figure, LocalDate from, LocalDate to);

  /// What the rows behind a day's figure add up to: the sum of [FigureRow#counts] over all of them.
  /// It is the figure, or 0 where the figure is not known.
  long sum(Figure figure, LocalDate day);

  /// Count the rows behind a day's figure.
  int rowCount(Figure figure, LocalDate day);

  /// The rows behind a day's figure, by time.
  ///
  /// @param offset how many to leave out, at least 0
  /// @param limit 1 to [#MAX_PAGE]
  List<FigureRow> rows(Figure figure, LocalDate day, int offset, int limit);

  /// Take a day's figure apart: what it was made of, beside the same weekday of the weeks before.
  Explanation explain(Figure figure, LocalDate day);

  /// The well-known sale days from one day to another, in order.
  List<Occasion> occasions(LocalDate from, LocalDate to);
}
