package org.marquetry.warehouse.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What one load did.
///
/// @param batchId the batch
/// @param alreadyLoaded the batch was loaded before, nothing was read
/// @param rows rows that were given, by table
/// @param known of these, events and decisions whose id was in the warehouse or came twice, by
///   table
public record LoadReceipt(
    String batchId, boolean alreadyLoaded, Map<String, Long> rows, Map<String, Long> known) {
  public LoadReceipt {
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    known = Collections.unmodifiableMap(new TreeMap<>(known));
  }
}
