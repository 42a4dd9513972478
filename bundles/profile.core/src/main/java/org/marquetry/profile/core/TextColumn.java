package org.marquetry.profile.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One text for each customer, dictionary coded.
final class TextColumn {
  private static final int UNKNOWN = -1;

  private final int[] codes;
  private final List<String> values = new ArrayList<>();
  private final Map<String, Integer> dictionary = new HashMap<>();

  TextColumn(int customers) {
    codes = new int[customers];
    Arrays.fill(codes, UNKNOWN);
  }

  void set(int customer, String value) {
    codes[customer] =
        dictionary.computeIfAbsent(
            value,
            text -> {
              values.add(text);
              return values.size() - 1;
            });
  }

  boolean isKnown(int customer) {
    return codes[customer] != UNKNOWN;
  }

  Optional<String> at(int customer) {
    return isKnown(customer) ? Optional.of(values.get(codes[customer])) : Optional.empty();
  }

  /// Return for each code whether it is one of some values; index with [#code].
  boolean[] matches(java.util.Set<String> wanted) {
    boolean[] matches = new boolean[values.size()];
    for (String value : wanted) {
      Integer code = dictionary.get(value);
      if (code != null) {
        matches[code] = true;
      }
    }
    return matches;
  }

  /// Return the code of a known text.
  int code(int customer) {
    return codes[customer];
  }
}
