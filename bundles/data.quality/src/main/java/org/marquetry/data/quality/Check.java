package org.marquetry.data.quality;

import java.util.List;
import org.marquetry.data.api.Quality.Group;
import org.marquetry.data.api.Quality.Unit;

/// One rule as SQL over published views. `FROM` and `TO` in it stand for two moments: a rule looks
/// at the 30 days before a day, or at all there is.
///
/// @param figure gives one row: flagged, looked_at, and figure where that is not their ratio
/// @param rows gives the columns, for the flagged rows, each as VARCHAR
/// @param timed whether it looks at a stretch of time
record Check(
    String id,
    Group group,
    Unit unit,
    double attention,
    double bad,
    String figure,
    List<String> columns,
    String rows,
    boolean timed) {
  Check {
    columns = List.copyOf(columns);
    if (!(attention > 0 && bad >= attention)) {
      throw new IllegalArgumentException(id + " must become worse with its figure");
    }
  }

  /// A rule that flags rows of a query: share of the flagged among all.
  ///
  /// @param of `FROM ... WHERE ...`: the rows that are looked at
  /// @param flag condition on them
  /// @param columns each `expression AS name`
  static Check share(
      String id,
      Group group,
      double attention,
      double bad,
      String of,
      String flag,
      List<String> columns,
      String order,
      boolean timed) {
    String figure = "SELECT count(*) FILTER (" + flag + ") AS flagged, count(*) AS looked_at " + of;
    String list =
        String.join(
            ", ",
            columns.stream()
                .map(c -> "CAST(" + expression(c) + " AS VARCHAR) AS " + name(c))
                .toList());
    String rows =
        "SELECT " + list + " FROM (SELECT * " + of + ") q WHERE " + flag + " ORDER BY " + order;
    return new Check(
        id,
        group,
        Unit.SHARE,
        attention,
        bad,
        figure,
        columns.stream().map(Check::name).toList(),
        rows,
        timed);
  }

  private static String name(String column) {
    int as = column.lastIndexOf(" AS ");
    return as < 0 ? column : column.substring(as + 4);
  }

  private static String expression(String column) {
    int as = column.lastIndexOf(" AS ");
    return as < 0 ? column : column.substring(0, as);
  }
}
