package org.marquetry.data.api;

import java.util.List;

/// Something that a person should put right; the rest was read all the same.
///
/// @param where file, with line or column where known
/// @param what what is wrong, one sentence without a full stop
/// @param remedy what to do, one sentence without a full stop
/// @param code what is wrong, for texts in other languages; a case of it stands behind a dot; empty
///   when there are none
/// @param values of those texts
public record Problem(String where, String what, String remedy, String code, List<String> values) {
  public Problem {
    values = List.copyOf(values);
  }

  /// A problem that is told in English only.
  public Problem(String where, String what, String remedy) {
    this(where, what, remedy, "", List.of());
  }

  @Override
  public String toString() {
    return where + ": " + what + "; " + remedy;
  }
}
