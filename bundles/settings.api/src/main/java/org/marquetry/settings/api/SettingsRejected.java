package org.marquetry.settings.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marquetry.shop.api.Worded;
import org.marquetry.shop.api.Words;

/// Thrown when values are not allowed; nothing was changed.
public final class SettingsRejected extends IllegalArgumentException implements Worded {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Words> problems;

  /// @param problems what is wrong, by key; at least one
  public SettingsRejected(Map<String, Words> problems) {
    super(
        new TreeMap<>(problems)
            .entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().en())
                .collect(Collectors.joining("; ")));
    this.problems = Collections.unmodifiableMap(new TreeMap<>(problems));
  }

  /// What is wrong, by key; each continues a sentence that begins with the key.
  public Map<String, Words> problems() {
    return problems;
  }

  @Override
  public Words words() {
    return new Words(
        problems.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue().zh())
            .collect(Collectors.joining("；")),
        String.valueOf(getMessage()));
  }
}
