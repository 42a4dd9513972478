package org.marquetry.data.intake;

/// A file that cannot be read; the others go on.
final class BadFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  BadFile(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
