package org.marquetry.data.api;

import org.marquetry.shop.api.Words;

/// Something that a person should put right; the rest was read all the same.
///
/// @param where file, with line or column where known
/// @param what what is wrong, one sentence without a full stop
/// @param remedy what to do, one sentence without a full stop
public record Problem(String where, Words what, Words remedy) {
  /// What is wrong and what to do, in one line.
  public Words words() {
    return new Words(what.zh() + "；" + remedy.zh(), what.en() + "; " + remedy.en());
  }

  @Override
  public String toString() {
    return where + ": " + words().en();
  }
}
