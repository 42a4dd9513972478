package org.marquetry.data.intake;

import java.util.List;
import java.util.stream.Stream;
import org.marquetry.data.api.Problem;

/// A file that cannot be read; the others go on.
final class BadFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final String code;
  private final transient List<String> values;

  /// @param code for texts in other languages; empty: none
  /// @param values of those texts
  BadFile(String what, String remedy, String code, Object... values) {
    super(what);
    this.remedy = remedy;
    this.code = code;
    this.values = Stream.of(values).map(String::valueOf).toList();
  }

  String remedy() {
    return remedy;
  }

  Problem problem(String where) {
    return new Problem(where, String.valueOf(getMessage()), remedy, code, values);
  }
}
