package org.marquetry.data.api;

import java.util.List;

/// Some rows of a quarantine.
///
/// @param total rows of the whole quarantine
/// @param rows in the order of the file
public record QuarantinePage(long total, List<QuarantinedRow> rows) {
  public QuarantinePage {
    rows = List.copyOf(rows);
  }
}
