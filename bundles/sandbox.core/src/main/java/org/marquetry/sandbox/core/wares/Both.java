package org.marquetry.sandbox.core.wares;

import java.util.List;
import java.util.stream.Stream;
import org.marquetry.shop.api.Words;

/// Reads words in both languages, written `中文|English`.
final class Both {
  private Both() {}

  static Words words(String both) {
    int bar = both.indexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException("words must be zh|en, got " + both);
    }
    return new Words(both.substring(0, bar), both.substring(bar + 1));
  }

  /// Read a list, parted by commas.
  static List<Words> list(String all) {
    return Stream.of(all.split(",")).map(String::strip).map(Both::words).toList();
  }
}
