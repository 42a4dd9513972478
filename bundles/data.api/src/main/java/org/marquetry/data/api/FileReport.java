package org.marquetry.data.api;

import java.util.List;
import java.util.Optional;

/// How one file was understood.
///
/// @param file name relative to the folder
/// @param format how it is written, for example `delimited by tab, UTF-8, no header, gzip`
/// @param role orders, products, customers, events, reviews, campaigns, campaign members,
///   redemptions, posts, conversations or other
/// @param confidence of the role, in [0, 1]; 1 when `mapping.json` says it
/// @param evidence why this role, one sentence an entry
/// @param columns in the file's order
/// @param rows rows that were read
/// @param loaded rows that went into the warehouse
/// @param unusedReason why the file was not loaded; empty when it was
public record FileReport(
    String file,
    String format,
    String role,
    double confidence,
    List<String> evidence,
    List<ColumnReport> columns,
    long rows,
    long loaded,
    Optional<String> unusedReason) {
  public FileReport {
    evidence = List.copyOf(evidence);
    columns = List.copyOf(columns);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
    }
  }

  /// How one column was understood.
  ///
  /// @param name from the header, else `column N` counted from 1
  /// @param meaning for example `customer`, `time`, `amount`; `attribute` when kept as it is,
  ///   `unknown` when not used
  /// @param confidence in [0, 1]
  /// @param evidence why
  public record ColumnReport(String name, String meaning, double confidence, String evidence) {}
}
