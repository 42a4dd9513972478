package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.data.api.FileReport;
import org.marquetry.data.api.FileReport.ColumnReport;
import org.marquetry.shop.api.Words;

/// What of the files went into the warehouse, in numbers.
final class Counts {
  private final Staging staging;

  Counts(Staging staging) {
    this.staging = staging;
  }

  Map<String, Long> loaded() {
    Map<String, Long> loaded = new TreeMap<>();
    staging.each(
        "SELECT type, count(*) AS n FROM out_events GROUP BY type",
        r -> loaded.put("events." + r.string("type"), r.longValue("n")));
    for (String table : List.of("products", "customers", "campaigns", "campaign_members")) {
      long rows = staging.number("SELECT count(*) FROM out_" + table + " WHERE file IS NOT NULL");
      if (rows > 0) {
        loaded.put(table, rows);
      }
    }
    return loaded;
  }

  FileReport report(FileGuess g) {
    List<ColumnReport> columns = new ArrayList<>();
    for (int i = 0; i < g.columns().size(); i++) {
      FileGuess.ColumnGuess c = g.columns().get(i);
      columns.add(
          new ColumnReport(
              g.table().columns().get(i), c.meaning().word(), c.confidence(), c.evidence()));
    }
    return new FileReport(
        g.table().name(),
        g.table().format().describe(),
        g.role().word(),
        g.confidence(),
        g.evidence(),
        columns,
        g.table().count(),
        rows(g),
        g.unused().map(Words::en));
  }

  /// Rows of the file that something was made of.
  private long rows(FileGuess g) {
    long rows = 0;
    for (String table :
        List.of("events", "products", "customers", "campaigns", "campaign_members")) {
      rows +=
          staging.number(
              "SELECT count(DISTINCT row) FROM out_"
                  + table
                  + " WHERE file = "
                  + g.table().index());
    }
    return rows;
  }
}
