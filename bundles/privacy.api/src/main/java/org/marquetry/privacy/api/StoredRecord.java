package org.marquetry.privacy.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One thing that is kept about a person.
///
/// @param store the store that keeps it, as in [Declaration#store]
/// @param kind what it is, for example `v1.customers` or `mail`
/// @param fields its values by name; what is not known is left out
public record StoredRecord(String store, String kind, Map<String, String> fields) {
  public StoredRecord {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /// Names the store and the kind only, so that it may stand in a log.
  @Override
  public String toString() {
    return "StoredRecord[" + store + " " + kind + "]";
  }
}
