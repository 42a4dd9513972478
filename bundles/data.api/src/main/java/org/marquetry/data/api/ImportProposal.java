package org.marquetry.data.api;

import java.util.List;
import java.util.Optional;

/// How a stored file is understood, from its first rows.
///
/// @param id of the import
/// @param format in words, for example `delimited by semicolon, GB18030, header, gzip`
/// @param encoding name of the charset; empty where the format has none
/// @param delimiter what separates fields; empty where nothing does
/// @param header the first row names the columns
/// @param role one of [Imports#roles], or `other` when nothing fits
/// @param confidence of the role, in [0, 1]; 1 when the mapping says it
/// @param evidence why this role, one sentence an entry
/// @param currency ISO code for amounts that carry none
/// @param currencyEvidence why this currency
/// @param columns in the file's order
/// @param unusable why it cannot be imported like this, and what to do; empty when it can
public record ImportProposal(
    String id,
    String format,
    String encoding,
    String delimiter,
    boolean header,
    String role,
    double confidence,
    List<String> evidence,
    String currency,
    String currencyEvidence,
    List<Column> columns,
    Optional<Problem> unusable) {
  public ImportProposal {
    evidence = List.copyOf(evidence);
    columns = List.copyOf(columns);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
    }
  }

  /// How one column is understood.
  ///
  /// @param position from 1
  /// @param name from the header, else `column N`
  /// @param meaning for example `customer`; `attribute` when kept as it is, `unknown` when not used
  /// @param confidence in [0, 1]; 1 when the mapping says it
  /// @param evidence why
  /// @param samples some different values, at most eight
  public record Column(
      int position,
      String name,
      String meaning,
      double confidence,
      String evidence,
      List<String> samples) {
    public Column {
      samples = List.copyOf(samples);
    }
  }
}
