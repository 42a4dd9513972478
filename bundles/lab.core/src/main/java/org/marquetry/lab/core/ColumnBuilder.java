package org.marquetry.lab.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.lab.spi.Column;

/// Collect one column: each distinct text is kept once.
final class ColumnBuilder {
  private final Map<String, Integer> codeOf = new HashMap<>();
  private final List<String> values = new ArrayList<>();
  private int[] codes = new int[1024];
  private int size;

  void add(String text) {
    Integer code = codeOf.putIfAbsent(text, values.size());
    if (code == null) {
      code = values.size();
      values.add(text);
    }
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = code;
  }

  Column build(String source, String name) {
    return new Column(source, name, Arrays.copyOf(codes, size), values);
  }
}
