package org.marquetry.data.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// How good the shop's data is: rules, each with a figure, the rows behind it and its history. A
/// rule flags; it never drops or changes a row.
@ProviderType
@Requires("data.read")
public interface Quality {
  /// All rules in order of their groups, with the last figure of each.
  List<Rule> rules();

  /// Find one rule.
  Optional<Rule> rule(String id);

  /// The figures of a rule by day, oldest first, at most 400. Before the first measurement stands
  /// what the rule would have said, by week, where it looks at a stretch of time.
  List<Point> trend(String id);

  /// The rows behind the figure of a rule, as they are now.
  ///
  /// @param offset how many to leave out, at least 0
  /// @param limit 1 to 200
  /// @throws IllegalArgumentException if there is no such rule
  Rows rows(String id, int offset, int limit);

  /// Do not call a rule bad for a while. Who, when and why is kept, and noted in the audit.
  ///
  /// @param reason 1 to 500 characters
  /// @param until last day of the shop on which it is silent; in the future
  /// @throws IllegalArgumentException naming what is wrong
  @Requires("data.configure")
  void silence(String id, String reason, LocalDate until);

  /// Let a rule speak again before its time.
  ///
  /// @throws IllegalArgumentException if it is not silent
  @Requires("data.configure")
  void speak(String id);

  /// When a rule was silent, newest first.
  List<Silence> silences(String id);

  /// Measure all rules now, as a job; it also runs each night.
  ///
  /// @return the job's id
  @Requires("data.configure")
  String measure();

  /// What a rule is about.
  enum Group {
    COMPLETENESS,
    DUPLICATES,
    DRIFT,
    OUTLIERS,
    CANCELLATIONS,
    LATENESS,
    BOTS,
    REFERENCES
  }

  /// What a figure counts.
  enum Unit {
    /// Share of rows, in [0, 1].
    SHARE,
    /// Population stability index between two distributions: 0 = the same; 0.1 and 0.25 are the
    /// usual limits.
    PSI
  }

  /// How a rule stands.
  enum State {
    /// Nothing to measure: no row of this kind, or not measured yet.
    UNKNOWN,
    GOOD,
    /// Look at it.
    ATTENTION,
    BAD,
    /// It would be one of the last two, and is silent.
    SILENT
  }

  /// @param id such as `completeness.customers.email`; texts of the UI go by it
  /// @param value by its unit; empty when there was nothing to measure
  /// @param count rows that the rule flags
  /// @param of rows that it looked at
  /// @param attention from which value on it wants attention
  /// @param bad from which value on it is bad
  /// @param measuredAt empty before the first measurement
  /// @param silence the present one
  record Rule(
      String id,
      Group group,
      Unit unit,
      State state,
      Optional<Double> value,
      long count,
      long of,
      double attention,
      double bad,
      Optional<Instant> measuredAt,
      Optional<Silence> silence) {}

  /// A figure of a day of the shop.
  record Point(LocalDate day, double value, long count, long of) {}

  /// @param by id of the user
  /// @param until last silent day
  /// @param endedAt when somebody let it speak again before
  record Silence(
      String rule,
      String reason,
      LocalDate until,
      String by,
      Instant at,
      Optional<Instant> endedAt) {}

  /// Rows behind a figure, as texts.
  ///
  /// @param columns names of columns, such as `order_id`
  /// @param rows one value for each column; empty text = not known
  /// @param total how many there are
  record Rows(List<String> columns, List<List<String>> rows, long total) {
    public Rows {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
