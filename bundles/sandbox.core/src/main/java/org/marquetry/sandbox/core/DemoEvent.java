package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One event as it goes to the door; filled by the methods, then read only.
final class DemoEvent {
  final Instant at;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  DemoEvent(String id, String type, Instant at) {
    this.at = at;
    fields.put("id", id);
    fields.put("type", type);
    fields.put("occurredAt", at.toString());
  }

  DemoEvent with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  DemoEvent money(long minor, String currency) {
    return with("amountMinor", minor).with("currency", currency);
  }

  DemoEvent properties(Map<String, String> properties) {
    return with("properties", new TreeMap<>(properties));
  }

  /// The JSON members.
  Map<String, @Nullable Object> json() {
    return fields;
  }
}
