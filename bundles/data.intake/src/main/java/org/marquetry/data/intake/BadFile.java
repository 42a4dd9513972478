package org.marquetry.data.intake;

import org.marquetry.data.api.Problem;
import org.marquetry.shop.api.Words;

/// A file that cannot be read; the others go on.
final class BadFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Words what;
  private final transient Words remedy;

  /// @param what what is wrong with it, and `remedy`, what to do: as in [Problem]
  BadFile(Words what, Words remedy) {
    super(what.en());
    this.what = what;
    this.remedy = remedy;
  }

  Problem problem(String where) {
    return new Problem(where, what, remedy);
  }
}
