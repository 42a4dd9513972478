package org.marquetry.sandbox.core.wares;

import java.util.List;
import java.util.stream.Stream;

/// The same thing in both languages.
public record Words(String zh, String en) {
  /// Give the words in a language.
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /// Read `中文|English`.
  static Words of(String both) {
    int bar = both.indexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException("words must be zh|en, got " + both);
    }
    return new Words(both.substring(0, bar), both.substring(bar + 1));
  }

  /// Read a list of `中文|English`, parted by commas.
  static List<Words> list(String all) {
    return Stream.of(all.split(",")).map(String::strip).map(Words::of).toList();
  }
}
