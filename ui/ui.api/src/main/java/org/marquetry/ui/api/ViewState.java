package org.marquetry.ui.api;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a page carries over a swap: texts by key, nothing of the bundle's own classes.
///
/// @param values by key, at most 64 KB together
public record ViewState(Map<String, String> values) {
  private static final int MAX_CHARACTERS = 65_536;

  public ViewState {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    int size =
        values.entrySet().stream().mapToInt(e -> e.getKey().length() + e.getValue().length()).sum();
    if (size > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "a view state holds at most " + MAX_CHARACTERS + " characters, got " + size);
    }
  }

  public static ViewState empty() {
    return new ViewState(Map.of());
  }

  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
