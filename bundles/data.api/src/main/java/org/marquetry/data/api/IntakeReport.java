package org.marquetry.data.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an import understood, loaded and left out.
///
/// @param batchId hash of the files and their mapping
/// @param alreadyLoaded the same files were loaded before: the warehouse is unchanged
/// @param currency ISO code of the amounts, and where it is from
/// @param currencyEvidence why this currency
/// @param loaded rows in the warehouse from this import: `events.<type>`, `products`, `customers`,
///   `campaigns`, `campaign_members`
/// @param files one entry a file, sorted by name
/// @param quality what was rejected, repaired or flagged, most rows first
/// @param problems what a person should put right
public record IntakeReport(
    String batchId,
    boolean alreadyLoaded,
    String currency,
    String currencyEvidence,
    Map<String, Long> loaded,
    List<FileReport> files,
    List<Finding> quality,
    List<Problem> problems) {
  public IntakeReport {
    loaded = Collections.unmodifiableMap(new TreeMap<>(loaded));
    files = List.copyOf(files);
    quality = List.copyOf(quality);
    problems = List.copyOf(problems);
  }

  /// Rows of a kind that were loaded, 0 when there are none.
  public long loaded(String kind) {
    return loaded.getOrDefault(kind, 0L);
  }
}
