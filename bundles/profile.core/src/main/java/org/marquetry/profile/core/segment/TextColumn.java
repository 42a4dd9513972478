package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text of each customer, as the number of a word; 0 = not known.
final class TextColumn {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>(List.of(""));
  private int[] codes = new int[0];

  void grow(int capacity) {
    codes = Arrays.copyOf(codes, capacity);
  }

  void set(int customer, @Nullable String text) {
    codes[customer] = text == null || text.isEmpty() ? 0 : number(text);
  }

  private int number(String text) {
    return numbers.computeIfAbsent(
        text,
        word -> {
          words.add(word);
          return words.size() - 1;
        });
  }

  boolean isKnown(int customer) {
    return codes[customer] != 0;
  }

  int code(int customer) {
    return codes[customer];
  }

  /// The text; "" when not known.
  String at(int customer) {
    return words.get(codes[customer]);
  }

  /// Which numbers stand for one of some words.
  boolean[] matches(Set<String> wanted) {
    boolean[] matches = new boolean[words.size()];
    for (int i = 1; i < matches.length; i++) {
      matches[i] = wanted.contains(words.get(i));
    }
    return matches;
  }

  /// Add how many customers have each word.
  void count(int customers, Map<String, Integer> counts) {
    int[] of = new int[words.size()];
    for (int c = 0; c < customers; c++) {
      of[codes[c]]++;
    }
    for (int i = 1; i < of.length; i++) {
      if (of[i] > 0) {
        counts.merge(words.get(i), of[i], Integer::sum);
      }
    }
  }
}
