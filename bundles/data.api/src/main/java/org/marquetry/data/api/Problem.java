package org.marquetry.data.api;

/// Something that a person should put right; the rest was read all the same.
///
/// @param where file, with line or column where known
/// @param what what is wrong, one sentence without a full stop
/// @param remedy what to do, one sentence without a full stop
public record Problem(String where, String what, String remedy) {
  @Override
  public String toString() {
    return where + ": " + what + "; " + remedy;
  }
}
